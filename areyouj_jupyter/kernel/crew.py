"""Crew: all agents of one server, from a kernel."""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePath
from types import TracebackType
from typing import Any

from areyouj_jupyter.errors import AgentNotFound, AgentStopped, ArgumentTypeInvalid, NameTaken
from areyouj_jupyter.kernel.agents import Agents
from areyouj_jupyter.kernel.client import arguments as checked
from areyouj_jupyter.kernel.client.event_stream import EventStream
from areyouj_jupyter.kernel.client.http_client import Client, given
from areyouj_jupyter.kernel.handle import Handle
from areyouj_jupyter.kernel.history import MANY, History, Since
from areyouj_jupyter.kernel.pool.agent_pool import AgentPool, Job
from areyouj_jupyter.kernel.pool.forwarding import forwarded
from areyouj_jupyter.kernel.pool.pool_mail import CrewMail, ending
from areyouj_jupyter.kernel.pool.pool_plan import Prompt, for_agents, for_items
from areyouj_jupyter.kernel.replies.agents_words import is_of_an_agent
from areyouj_jupyter.kernel.replies.inbox import Inbox
from areyouj_jupyter.kernel.replies.pending_reply import OnNeedsInput
from areyouj_jupyter.kernel.replies.reply import Reply
from areyouj_jupyter.kernel.replies.reply_list import Replies
from areyouj_jupyter.kernel.replies.statuses import Statuses
from areyouj_jupyter.kernel.tables import display
from areyouj_jupyter.kernel.tables.plot import Plot
from areyouj_jupyter.kernel.tables.timeline import timeline
from areyouj_jupyter.kernel.tasks import Tasks
from areyouj_jupyter.models import (
    AgentModel,
    CreateSession,
    HealthModel,
    MessageModel,
    SessionLog,
    SessionModel,
    SpecModel,
)


class Crew:
    """The agents of one server: `crew["writer"].send("fix the tests")`. Holds one thread; `close()` ends it.

    A crew without references ends by itself; its handles and the replies that are awaited keep it.
    """

    agents: Agents
    tasks: Tasks
    messages: History

    def __init__(self, client: Client) -> None:
        self.agents = Agents(client)
        self.tasks = Tasks(client)
        self.messages = History(client)
        self._client = client
        self._inbox = Inbox(client)
        self._statuses = Statuses()
        # The statuses first: they ask nothing, while the inbox may read back a lot.
        self._stream = EventStream(client, (self._statuses, self._inbox))
        self.closed = False
        weakref.finalize(self, self._stream.end)

    @property
    def url(self) -> str:
        """The server's base URL."""
        return self._client.place.url

    @property
    def client(self) -> Client:
        """The way to the server, for what is built on a crew."""
        return self._client

    @property
    def sessions(self) -> display.Listing[SessionModel]:
        """The live sessions."""
        return display.sessions(self._client.get("sessions", list[SessionModel]))

    @property
    def specs(self) -> display.Listing[SpecModel]:
        """The agent CLIs that the server knows, and whether they are installed."""
        return display.specs(self._client.get("specs", list[SpecModel]))

    @property
    def health(self) -> HealthModel:
        """How the server is."""
        return self._client.health()

    def __getitem__(self, name: str) -> Handle:
        """The agent of that name, the session of that id (or its beginning), `active` or `default`."""
        checked.text(name, "An agent's name", empty=False)
        return Handle(self, self._client, self._inbox, self._statuses, name)

    def __iter__(self) -> Iterator[Handle]:
        """The handles of all agents."""
        return (self[agent.name] for agent in self.agents)

    def __contains__(self, name: str) -> bool:
        """Whether there is an agent of that name or id."""
        return name in self.agents

    def __len__(self) -> int:
        """How many agents there are."""
        return len(self.agents)

    def __bool__(self) -> bool:
        """True also without agents: it is a connection, not a list."""
        return True

    def start(
        self,
        name: str,
        spec: str | None = None,
        project_path: str | None = None,
        permission_mode: str | None = None,
        model: str | None = None,
        arguments: list[str] | None = None,
        environment: dict[str, str] | None = None,
        new: bool = False,
    ) -> Handle:
        """See that an agent runs: define it where a spec is given and it is new, start it unless it is live.

        The next four hold for this start, in place of the agent's own settings. new: a stopped agent begins a new
        conversation instead of continuing its last one; a live one has to be stopped first.

        Raises AgentNotFound, NameTaken where the agent exists with another spec or folder, NotInstalled, SessionLimit,
        SettingsInvalid for what the server denies.
        """
        checked.optional_text(spec, "spec")
        checked.optional_text(project_path, "project_path")
        agent = self._agent(name, spec, project_path)
        if agent.session_id is None or new:
            body = CreateSession(
                agent=agent.name,
                permission_mode=given(permission_mode),
                model=given(model),
                arguments=given(arguments),
                environment=given(environment),
                new=new,
            )
            self._client.post("sessions", SessionModel, body)
        return self[agent.name]

    def map(
        self,
        prompt: Prompt,
        over: Iterable[Any],
        agents: Iterable[str] | None = None,
        limit: int = 8,
        on_needs_input: OnNeedsInput = "wait",
        files: bool = False,
        check: bool = False,
        execute: bool = False,
    ) -> Replies:
        """One message to each of several agents, or one for each of many items, shared out among agents.

        over: names of agents; or, where `agents` are given, items: `{item}`, `{item.attribute}`, `{item[0]}` and
        `{item["key"]}` in the prompt stand for one, or the prompt is a function of it. Each agent has one of the items
        at a time and gets the next when it has ended. limit: most unfinished messages at a time; files, check
        and execute as of `Handle.send`.

        Returns at once; the rest is sent as replies come, for as long as this kernel runs. To stop waiting stops
        nothing; `replies.cancel()` takes back what no agent has. What waits for an agent that ends, or whose queue does
        not move for long, is done by the others; without others its reply fails, telling how the agents ended. Nothing
        is sent twice that an agent may have seen. Nothing at all is sent if one of the agents is not running: raises
        AgentStopped, which says how it ended.
        """
        checked.count(limit, "limit")
        checked.on_needs_input(on_needs_input)
        if not callable(prompt):
            checked.text(prompt, "prompt")
        drafts = partial(self._inbox.draft, self)
        if agents is None:
            over = checked.words(over, "over")
        over = checked.members(over, "over")
        pool = [] if agents is None else self._live(agents)
        if agents is not None and any(map(is_of_an_agent, over)):
            self._refuse_words(pool, execute)
        jobs = for_agents(prompt, self._live(over), drafts) if agents is None else for_items(prompt, over, drafts)
        for job in jobs:
            job.reply.on_needs_input, job.reply.check = on_needs_input, check
        return self._fan_out(jobs, pool, limit, files)

    def broadcast(self, text: str, limit: int = 8) -> Replies:
        """Send the same message to every session; the reply of an ended one says how it ended."""
        checked.text(text, "A message", empty=False)
        checked.count(limit, "limit")
        jobs = for_agents(text, [session.id for session in self.sessions], partial(self._inbox.draft, self))
        return self._fan_out(jobs, (), limit)

    def compare(
        self,
        prompt: Prompt,
        agents: Iterable[str],
        timeout: float | None = None,
        limit: int = 8,
        on_needs_input: OnNeedsInput = "wait",
    ) -> Replies:
        """The same message to several agents, waited for: a table of who did what in which time and at what price.

        Raises TimeoutError, NeedsInput, and AgentStopped where one is not running. A failed reply says why.
        """
        checked.seconds(timeout)
        return self.map(prompt, agents, limit=limit, on_needs_input=on_needs_input, files=True).wait(timeout)

    def forward(self, reply: Reply, to: str, text: str = "", execute: bool = False) -> Reply:
        """Send what one agent replies to another, below a text of yours, once it is there; the Reply to that.

        If it fails, nothing is sent and that reply fails too. execute: also to an agent that runs what it is sent, such
        as a shell; raises WouldExecute otherwise.
        """
        if not isinstance(reply, Reply):
            raise ArgumentTypeInvalid(f"reply is a Reply, not {type(reply).__name__}.")
        checked.text(text, "text")
        check = partial(self._refuse_words, [to], execute)
        check()
        return forwarded(reply, self[to], self._inbox.draft(self, to, text), check)

    def _refuse_words(self, names: Iterable[str], execute: bool) -> None:
        """Raises WouldExecute where one of them would run another agent's words as a command."""
        for name in () if execute else names:
            self[name].refuse_words()

    def replies(self, since: Since | None = None, agent: str | None = None, limit: int = MANY) -> Replies:
        """The replies to what was sent before, by this kernel, an earlier one, or anybody else; oldest first.

        since: seconds since the epoch, a datetime, or a timedelta for how long ago; limit: most messages looked at.
        """
        return Replies(self._inbox.find(self, self.messages.pairs(agent, since, limit)))

    @property
    def queue(self) -> display.Listing[MessageModel]:
        """The unfinished messages of all live sessions."""
        queues = [self[session.id].queue for session in self.sessions]
        return display.messages(message for queue in queues for message in queue)

    def timeline(self) -> Plot:
        """A plot of who worked, waited and idled, as far back as the server's log goes.

        Raises LibraryMissing where matplotlib is not installed.
        """
        logs = {each.agent: self._client.get(f"sessions/{each.id}/log", SessionLog) for each in self.sessions}
        return timeline(logs, time.time())

    @property
    def df(self) -> Any:
        """A pandas DataFrame of the live sessions. Raises LibraryMissing where pandas is not installed."""
        return self.sessions.df

    def close(self) -> None:
        """End the thread and the connections; agents and their queues continue. Waiting replies raise ReplyFailed."""
        self.closed = True
        self._stream.close()
        self._inbox.close()
        self._client.close()

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Crew at {self.url}{', closed' if self.closed else ''}>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """The table of all agents, and above it where they run, if that is another server."""
        if self.closed:
            return {"text/plain": repr(self)}
        note = display.elsewhere(self.health)
        rows = display.everyone(self.agents.list(), self.sessions, "in the other server" if note else "stopped")
        return {
            "text/plain": f"{note}\n{display.text_table(display.EVERYONE, rows)}".lstrip("\n"),
            "text/html": display.html_line(note) + display.html_table(display.EVERYONE, rows),
        }

    def _fan_out(self, jobs: list[Job], pool: Iterable[str], limit: int, files: bool = False) -> Replies:
        AgentPool(CrewMail(self.__getitem__, self._inbox, files), jobs, dict.fromkeys(pool), limit).start()
        return Replies(job.reply for job in jobs)

    def _live(self, names: Iterable[str]) -> list[str]:
        """The names, if each is that of a live session. Raises AgentStopped, which says how it ended."""
        names = checked.words(names, "agents")
        here = [session for session in self.sessions if session.status.state != "exited" or session.status.until]
        live = {word for session in here for word in (session.agent.casefold(), session.id)}
        for name in map(str, names):
            if name.casefold() not in live:
                raise AgentStopped(f"Nothing was sent. {ending(self[name])}")
        if not names:
            raise AgentStopped("Nothing was sent: no agent was named.")
        return names

    def _agent(self, name: str, spec: str | None, project_path: str | None) -> AgentModel:
        """The agent, created if it is new and a spec is given."""
        try:
            agent = self.agents[name]
        except AgentNotFound:
            if spec is None:
                raise
            return self.agents.create(name, spec, project_path or "")
        if spec not in (None, agent.spec):
            raise NameTaken(f"Agent '{agent.name}' already exists, with the spec {agent.spec}, not {spec}.")
        if project_path and not _same_folder(agent.project_path, project_path):
            raise NameTaken(f"Agent '{agent.name}' already exists, in {agent.project_path}, not {project_path}.")
        return agent


def _same_folder(known: str, given: str) -> bool:
    """True if `given`, which may be relative to a root folder that only the server knows, can mean `known`."""
    parts = PurePath(os.path.normpath(Path(given).expanduser())).parts
    return parts == PurePath(known).parts[-len(parts) :] if parts else True
