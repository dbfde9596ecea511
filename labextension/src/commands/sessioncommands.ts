// The commands about one session. Without an argument, from the palette, they ask for which.

import { Clipboard } from '@jupyterlab/apputils';
import type { CommandRegistry } from '@lumino/commands';

import type { SessionModel } from '../../core/api.gen';
import { wayOutWords } from '../../core/held';
import * as rest from '../../core/restapi';
import { Arguments, Command, takes } from '../ui/command';
import { agreed, choose, told } from '../ui/dialogs';
import type { CommandDeps } from './commanddeps';

interface Act {
  id: string;
  label: string;
  /** Its label on a button or in a menu, where the session is named already; the label if absent. */
  short?: string;
  caption: string;
  /** Whether it can be done with a session. */
  fits(session: SessionModel): boolean;
  run(session: SessionModel): Promise<unknown> | void;
}

export function addSessionCommands(commands: CommandRegistry, deps: CommandDeps): void {
  for (const act of [...viewActs(deps), ...processActs(deps), ...queueActs(deps)]) {
    addAct(commands, deps, act);
  }
}

function addAct(commands: CommandRegistry, { crew, trans }: CommandDeps, act: Act): void {
  const named = (args: Arguments) => (args.session ? crew.session(String(args.session)) : undefined);
  const fits = (args: Arguments) => {
    const session = named(args);
    return session ? act.fits(session) : true;
  };
  const ask = async () => {
    const session = await choose(act.label, crew.sessions.filter(act.fits), ({ agent }) => agent, trans);
    return session && act.run(session);
  };
  commands.addCommand(act.id, {
    label: args => (args.session && act.short) || act.label,
    caption: act.caption,
    describedBy: takes(['session'], 0),
    isVisible: fits,
    isEnabled: fits,
    execute: async args =>
      args.session ? act.run(named(args) ?? (await rest.fetchSession(crew.server, String(args.session)))) : told(ask())
  });
}

function viewActs({ crew, trans, openTerminal, openMessages, openLog }: CommandDeps): Act[] {
  return [
    {
      id: Command.openTerminal,
      label: trans.__('Open Terminal…'),
      short: trans.__('Terminal'),
      caption: trans.__('Open the terminal of an agent'),
      fits: () => true,
      run: ({ id }) => openTerminal(id)
    },
    {
      id: Command.openMessages,
      label: trans.__('Open Messages…'),
      short: trans.__('Messages'),
      caption: trans.__('Open the conversation with an agent'),
      fits: () => true,
      run: session => openMessages(session)
    },
    {
      id: Command.openLog,
      label: trans.__('Open Log…'),
      short: trans.__('Log'),
      caption: trans.__('Show what happened to an agent: its states and their reasons, hooks and messages'),
      fits: () => true,
      run: session => openLog(session)
    },
    {
      id: Command.markSeen,
      label: trans.__('Mark as Seen…'),
      short: trans.__('Mark as seen'),
      caption: trans.__('Mark an agent as seen'),
      fits: ({ status }) => !status.seen,
      run: ({ id }) => rest.markSeen(crew.server, id)
    },
    {
      id: Command.copyId,
      label: trans.__('Copy Session ID…'),
      short: trans.__('Copy session ID'),
      caption: trans.__('Copy the session ID to the clipboard'),
      fits: () => true,
      run: ({ id }) => Clipboard.copyToSystem(id)
    }
  ];
}

function processActs({ crew, trans }: CommandDeps): Act[] {
  const { server } = crew;
  const lives = ({ status }: SessionModel) => status.state !== 'exited';
  const stop = async ({ id, agent }: SessionModel) => {
    const body = trans.__(
      'What it is doing now is lost. Its messages are kept, and its next start begins a new conversation.'
    );
    return (await agreed(trans.__('Stop %1?', agent), body, trans.__('Stop'))) && rest.deleteSession(server, id);
  };
  return [
    {
      id: Command.interrupt,
      label: trans.__('Interrupt Agent…'),
      short: trans.__('Interrupt'),
      caption: trans.__('Stop the current turn; the agent keeps running'),
      fits: lives,
      run: ({ id }) => rest.interruptSession(server, id)
    },
    {
      id: Command.restart,
      label: trans.__('Restart Agent…'),
      short: trans.__('Restart'),
      caption: trans.__('Restart an agent and continue its conversation'),
      fits: () => true,
      run: ({ id }) => rest.restartSession(server, id)
    },
    {
      id: Command.stop,
      label: trans.__('Stop Agent…'),
      short: trans.__('Stop'),
      caption: trans.__('Stop this agent'),
      fits: lives,
      run: stop
    },
    {
      id: Command.dismiss,
      label: trans.__('Dismiss Exited Agent…'),
      short: trans.__('Dismiss'),
      caption: trans.__('Remove an exited agent from the list'),
      fits: session => !lives(session),
      run: ({ id }) => rest.deleteSession(server, id)
    }
  ];
}

function queueActs({ crew, trans }: CommandDeps): Act[] {
  const { server } = crew;
  return [
    {
      id: Command.pauseQueue,
      label: trans.__('Pause Queue…'),
      short: trans.__('Pause queue'),
      caption: trans.__('Keep queued messages back; the current turn continues'),
      fits: ({ status }) => status.state !== 'exited' && !status.paused,
      run: ({ id }) => rest.pauseQueue(server, id, { paused: true })
    },
    {
      id: Command.resumeQueue,
      label: trans.__('Resume Queue…'),
      short: trans.__('Resume queue'),
      caption: trans.__('Send queued messages again'),
      fits: ({ status }) => status.paused,
      run: ({ id }) => rest.pauseQueue(server, id, { paused: false })
    },
    {
      id: Command.clearQueue,
      label: trans.__('Cancel All Queued Messages…'),
      short: trans.__('Cancel all'),
      caption: trans.__('Cancel all queued messages of an agent'),
      fits: ({ pending }) => pending > 0,
      run: ({ id }) => rest.clearQueue(server, id)
    },
    {
      id: Command.clearInput,
      label: trans.__('Clear the Input and Send…'),
      short: wayOutWords('clear', trans),
      caption: trans.__('Clear the agent’s input line (its log keeps the text) and send the queued messages'),
      fits: ({ status }) => status.blocked === 'composer',
      run: ({ id }) => rest.clearInput(server, id)
    }
  ];
}
