// A pending message is dragged to another place of its queue.

import { DragEvent, useState } from 'react';

const MESSAGE = 'application/x-areyouj-message';

/** What makes an element one that is dragged and dropped upon. */
export interface Drag {
  onDragStart(event: DragEvent): void;
  onDragEnter(event: DragEvent): void;
  onDragOver(event: DragEvent): void;
  onDrop(event: DragEvent): void;
  onDragEnd(): void;
  'data-over': boolean;
}

/** Dragging of pending messages; place: that of the element, among the pending ones. */
export function useDrag(move: (message: string, position: number) => void): (message: string, place: number) => Drag {
  const [dragged, setDragged] = useState('');
  const [over, setOver] = useState(-1);
  const end = () => {
    setDragged('');
    setOver(-1);
  };
  const accept = (event: DragEvent, place: number) => {
    if (dragged && place >= 0) {
      event.preventDefault();
      setOver(place);
    }
  };
  return (message, place) => ({
    onDragStart: event => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData(MESSAGE, message); // Firefox drags nothing without data; as text it would go into a cell
      setDragged(message);
    },
    onDragEnter: event => accept(event, place),
    onDragOver: event => accept(event, place),
    onDrop: event => {
      event.preventDefault();
      if (dragged && dragged !== message) {
        move(dragged, place);
      }
      end();
    },
    onDragEnd: end,
    'data-over': dragged !== '' && dragged !== message && over === place
  });
}
