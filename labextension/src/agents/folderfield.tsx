// The field for a folder, which offers those below what is written.

import React, { useEffect, useState } from 'react';

import { Write, WriteProps } from '../ui/fields';

/** The folders in one of the server's folders, as paths from its root; the folder is empty or ends with a slash. */
export type Folders = (above: string) => Promise<string[]>;

export function FolderField(props: WriteProps & { folders: Folders }): JSX.Element {
  const { folders, ...field } = props;
  const [offered, setOffered] = useState<readonly string[]>([]);
  const above = field.value.slice(0, field.value.lastIndexOf('/') + 1);
  useEffect(() => {
    let current = true;
    const offer = (found: string[]) => current && setOffered(found);
    folders(above).then(offer, () => offer([])); // what is wrong with a folder the server says
    return () => void (current = false);
  }, [folders, above]);
  return <Write {...field} offered={offered} />;
}
