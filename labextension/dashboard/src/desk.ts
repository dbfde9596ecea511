// What every view needs: whose agents, what time it is, and a way to do something whose failure is shown.

import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useReducer, useState } from 'preact/hooks';

import type { Crew } from '../../core/crew';
import type { Queues } from '../../core/queues';
import type { Signal } from '../../core/signal';
import type { Tasks } from '../../core/tasks';
import type { Server } from './server/server';
import type { Model } from './widget';

/** What the page knows. */
export interface Known {
  crew: Crew<Server>;
  queues: Queues;
  tasks: Tasks;
}

export interface Desk extends Known {
  model: Model;
  /** Show the tab of a session, or the overview. */
  open(tab: string): void;
}

const Context = createContext<Desk | null>(null);
export const { Provider } = Context;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) {
    throw new Error('A view stands outside of a dashboard.');
  }
  return desk;
}

/** Draw again on a signal. */
export function useSignal(signal: Signal): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => signal.connect(() => again(undefined)), [signal]);
}

/** Seconds since the epoch, once a second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1000), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Does something; gives whether it was done. */
export type Run = (act: Promise<unknown>) => Promise<boolean>;

/** A way to do something, the sentence of its last failure, and a way to dismiss that. */
export function useRun(): [Run, string, () => void] {
  const [problem, setProblem] = useState('');
  const run = useCallback(async (act: Promise<unknown>) => {
    try {
      await act;
      setProblem('');
      return true;
    } catch (error) {
      setProblem((error as Error).message);
      return false;
    }
  }, []);
  return [run, problem, () => setProblem('')];
}
