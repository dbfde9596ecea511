-- name: columns
SELECT 'tasks' AS shape_table, name, type FROM pragma_table_info('tasks')
UNION ALL
SELECT 'task_dependencies', name, type FROM pragma_table_info('task_dependencies');
