// A message that is being written, until it is sent.

import { useRef, useState } from 'react';

export interface Draft {
  content: string;
  sending: boolean;
  edit(content: string): void;
  send(): Promise<void>;
}

/** One key per text: after a lost answer the same text sent again is accepted only once. */
export function useDraft(freshKey: () => string, onSend: (content: string, key: string) => Promise<boolean>): Draft {
  const [content, setContent] = useState('');
  const [sending, setSending] = useState(false);
  const key = useRef('');
  const edit = (text: string) => {
    key.current = '';
    setContent(text);
  };
  const send = async () => {
    if (sending || !content.trim()) {
      return;
    }
    setSending(true);
    key.current ||= freshKey();
    if (await onSend(content, key.current)) {
      edit('');
    }
    setSending(false);
  };
  return { content, sending, edit, send };
}
