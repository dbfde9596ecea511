"""How the agent looks at this moment: the live part of the screen, from its state alone."""

from __future__ import annotations

from areyouj_jupyter.agentside.echo.agent import Agent
from areyouj_jupyter.agentside.echo.screen import Frame
from areyouj_jupyter.agentside.echo.text import cells, dim, plain, styled, wrap

NAME = "echo"
PROMPT = "❯ "
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
SPINNER_RATE = 4  # frames per second
CHROME_ROWS = 6  # at most: partial reply's row, spinner, limit, two rules, footer
COMPOSER_ROWS = 3  # at least, however small the terminal is


def frame(agent: Agent, columns: int, rows: int, now: float) -> Frame:
    """The live part for a terminal of this size."""
    if agent.exit_code is not None:
        return Frame([""], None, "")
    title = f"{_spinner(agent, now) if agent.busy else '✳'} {NAME}"
    above = [*_partial(agent, columns), *_notices(agent, columns, now)]
    if agent.dialog:
        shown = agent.dialog.rows(columns)
        place = agent.dialog.cursor(shown)
        return Frame([*above, *shown], place and (place[0] + len(above), place[1]), title)
    composer = _composer(agent, columns, max(COMPOSER_ROWS, rows - CHROME_ROWS))
    rule = "─" * columns
    cursor = (len(above) + len(composer), min(columns - 1, cells(composer[-1])))
    return Frame([*above, rule, *composer, rule, dim(f"  {_footer(agent, now)}")], cursor, title)


def _spinner(agent: Agent, now: float) -> str:
    turn = agent.stage.turn
    return SPINNER[int((now - turn.started) * SPINNER_RATE) % len(SPINNER)] if turn else ""


def _partial(agent: Agent, columns: int) -> list[str]:
    """The line of the reply that is being written."""
    partial = agent.conversation.partial
    return [styled(row) for row in wrap(partial, columns, 2)] if partial else []


def _notices(agent: Agent, columns: int, now: float) -> list[str]:
    """The rows right above the composer."""
    stage = agent.stage
    rows = [dim(wrap(f"  queued: {plain(text)}".replace("\n", " "), columns)[0]) for text in stage.queued[-3:]]
    if stage.turn and agent.busy:
        rows += ["", f"✳ Working… ({int(now - stage.turn.started)}s · esc to interrupt)"]
    if stage.limited_until > now:
        rows += ["", f"⧗ {stage.limit_text()}"]
    return [*rows, ""]


def _composer(agent: Agent, columns: int, limit: int) -> list[str]:
    """The composer's last rows, two cells of every row for the prompt."""
    room = columns - cells(PROMPT)
    shown = agent.composer.shown[-limit * columns :]
    rows = [row for line in shown.split("\n") for row in wrap(line, room, words=False)]
    blank = " " * cells(PROMPT)
    return [(blank if number else PROMPT) + row for number, row in enumerate(rows[-limit:])]


def _footer(agent: Agent, now: float) -> str:
    if agent.busy:
        return "esc to interrupt"
    return "press Ctrl-C again to exit" if agent.armed_until > now else "? for shortcuts"
