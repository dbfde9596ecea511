// A task is dragged onto an agent, which gets it.

import { DragEvent, useState } from 'react';

const TASK = 'application/x-areyouj-task';

export function dragTask(event: DragEvent, task: string): void {
  event.dataTransfer.effectAllowed = 'link';
  event.dataTransfer.setData(TASK, task);
}

/** What makes an element one that tasks are dropped upon. */
export interface TaskDrop {
  onDragOver(event: DragEvent): void;
  onDragLeave(event: DragEvent): void;
  onDrop(event: DragEvent): void;
  'data-over': boolean;
}

export function useTaskDrop(take: (task: string) => void): TaskDrop {
  const [over, setOver] = useState(false);
  return {
    onDragOver: event => {
      if (event.dataTransfer.types.includes(TASK)) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'link';
        setOver(true);
      }
    },
    onDragLeave: event => setOver(over && event.currentTarget.contains(event.relatedTarget as Node | null)),
    onDrop: event => {
      const task = event.dataTransfer.getData(TASK);
      setOver(false);
      if (task) {
        event.preventDefault();
        take(task);
      }
    },
    'data-over': over
  };
}
