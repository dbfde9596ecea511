// The agents in JupyterLab's own list of what runs.

import type { IRunningSessionManagers, IRunningSessions } from '@jupyterlab/running';
import { Signal } from '@lumino/signaling';

import type { SessionModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { deleteSession } from '../../core/restapi';
import { byName, look, lookWords } from '../../core/words';
import type { Tools } from '../ui/action';
import { Command } from '../ui/command';
import { told } from '../ui/dialogs';
import { specIcon } from '../ui/specicon';

/** Nothing where JupyterLab has no such list. */
export function addRunning(managers: IRunningSessionManagers | null, crew: Crew, tools: Tools): void {
  const { trans } = tools;
  const changed = new Signal<Crew, void>(crew);
  let before = '';
  crew.changed.connect(() => {
    const now = JSON.stringify(live(crew).map(({ id, agent, status }) => [id, agent, look(status)]));
    if (now !== before) {
      before = now;
      changed.emit(); // the list is drawn anew each time, so only for what it shows
    }
  });
  managers?.add({
    name: trans.__('Agents'),
    running: () => live(crew).map(session => item(session, tools)),
    runningChanged: changed,
    refreshRunning: () => undefined, // the events tell
    shutdownAll: () => live(crew).forEach(({ id }) => void told(deleteSession(crew.server, id))),
    shutdownLabel: trans.__('Stop Agent'),
    shutdownAllLabel: trans.__('Stop All Agents'),
    shutdownAllConfirmationText: trans.__('What the agents are doing now is lost. Their messages are kept.')
  });
}

function live({ sessions }: Crew): SessionModel[] {
  return sessions.filter(({ status }) => status.state !== 'exited').sort(byName);
}

function item(
  { id, agent, spec, project_path, status }: SessionModel,
  { commands, trans }: Tools
): IRunningSessions.IRunningItem {
  return {
    icon: () => specIcon(spec),
    label: () => agent,
    labelTitle: () => project_path,
    detail: () => lookWords(look(status), 1, trans),
    open: () => void commands.execute(Command.openTerminal, { session: id }),
    shutdown: () => void told(commands.execute(Command.stop, { session: id }))
  };
}
