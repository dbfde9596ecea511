// A task is dragged onto an agent, which gets it.

import { DragEvent, useState } from 'react';

const TASK = 'application/x-areyouj-task';

/** As a move: Wayland knows no drag that links. */
export function dragTask(event: DragEvent, task: string): void {
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData(TASK, task);
}

/** What makes an element one that tasks are dropped upon. */
export interface TaskDrop {
  onDragEnter(event: DragEvent): void;
  onDragOver(event: DragEvent): void;
  onDragLeave(event: DragEvent): void;
  onDrop(event: DragEvent): void;
  'data-over': boolean;
}

export function useTaskDrop(take: (task: string) => void): TaskDrop {
  const [over, setOver] = useState(false);
  const accept = (event: DragEvent) => {
    if (event.dataTransfer.types.includes(TASK)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setOver(true);
    }
  };
  return {
    onDragEnter: accept, // HTML wants both to be accepted, though browsers ask the second only
    onDragOver: accept,
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
