"""The fake Anthropic server: its script, the shape of its streams, side requests, and its end while clients wait."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import httpx
from fake_anthropic import FakeAnthropic
from fake_anthropic.script import Call, Fail, Say, Wait, human_text, next_step, read_steps
from local_http import LOCAL
from waiting import until_now

TOOLS = [{"name": "Bash"}]


def user(content: Any) -> dict[str, Any]:
    return {"role": "user", "content": content}


def ask(server: FakeAnthropic, messages: list[dict[str, Any]], **more: Any) -> httpx.Response:
    body = {"model": "claude-x", "max_tokens": 100, "messages": messages, "tools": TOOLS, **more}
    return httpx.post(f"{server.url}/v1/messages?beta=true", json=body, timeout=10, **LOCAL)


def streamed(server: FakeAnthropic, text: str) -> list[dict[str, Any]]:
    answer = ask(server, [user(text)], stream=True)
    assert answer.headers["content-type"] == "text/event-stream"
    pairs = [event.split("\n") for event in answer.text.strip().split("\n\n")]
    found = [json.loads(data.removeprefix("data: ")) for _, data in pairs]
    assert [name.removeprefix("event: ") for name, _ in pairs] == [event["type"] for event in found]
    return found


def test_directives_are_steps_that_end_with_a_call() -> None:
    assert read_steps("[[say a]] [[slow 0.5]] [[bash ls -l | wc]] [[blocks b|c]]") == [
        [Say("a"), Wait(0.5), Call("Bash", {"command": "ls -l | wc", "description": "Run the command of the script"})],
        [Say("b"), Say("c")],
    ]
    assert read_steps('[[tool Read {"file_path": "x"}]] rest') == [
        [Call("Read", {"file_path": "x"})],
        [Say("ECHO: rest")],
    ]
    assert read_steps("[[error 529]]") == [[Fail(529)]]
    assert read_steps("[[limit 60]]") == [[Fail(429, 60.0)]]
    assert read_steps("[[limit 60 1]]") == [[Fail(429, 60.0, 1), Say("ECHO: ")]]
    assert read_steps("no directive") == [[Say("ECHO: no directive")]]


def test_the_step_follows_from_the_conversation_alone() -> None:
    script = user("[[bash a]] [[bash b]] [[say end]]")
    called = {"role": "assistant", "content": [{"type": "tool_use", "id": "t", "name": "Bash", "input": {}}]}
    result = user([{"type": "tool_result", "tool_use_id": "t", "content": "[[say injected]]"}])
    history = [user("before"), {"role": "assistant", "content": "ECHO"}]
    for turns, wanted in ((0, "a"), (1, "b")):
        step = next_step([*history, script, *[called, result] * turns])
        assert isinstance(step[0], Call) and step[0].arguments["command"] == wanted
    assert next_step([*history, script, *[called, result] * 2]) == [Say("end")]
    assert next_step([result]) == [Say("OK")]


def test_only_what_a_person_wrote_counts() -> None:
    reminder = {"type": "text", "text": "<system-reminder>\n[[say no]]\n</system-reminder>\n"}
    assert human_text(user([reminder, {"type": "text", "text": "[[say yes]]"}])) == "[[say yes]]"
    assert (
        human_text(user([{"type": "text", "text": "failed before\n"}, {"type": "text", "text": "now"}, reminder]))
        == "now"
    )
    assert human_text(user("[Request interrupted by user]")) == ""
    assert human_text({"role": "system", "content": "x"}) == ""


def test_a_stream_has_all_events_in_order() -> None:
    with FakeAnthropic() as server:
        found = streamed(server, "[[say Good morning to you, my friend.]] [[bash ls]]")
    kinds = [event["type"] for event in found]
    assert kinds[:2] == ["message_start", "ping"] and kinds[-2:] == ["message_delta", "message_stop"]
    starts = [event["content_block"]["type"] for event in found if event["type"] == "content_block_start"]
    assert starts == ["text", "tool_use"]
    deltas = [event["delta"] for event in found if event["type"] == "content_block_delta"]
    assert "".join(delta.get("text", "") for delta in deltas) == "Good morning to you, my friend."
    call = json.loads("".join(delta.get("partial_json", "") for delta in deltas))
    assert call["command"] == "ls"
    assert found[-2]["delta"]["stop_reason"] == "tool_use"
    assert found[-2]["usage"]["output_tokens"] == 6 + 10


def test_an_answer_comes_in_one_piece_where_no_stream_is_asked_for() -> None:
    with FakeAnthropic() as server:
        answer = ask(server, [user("[[blocks a|b]]")]).json()
    assert [block["text"] for block in answer["content"]] == ["a", "b"]
    assert (answer["stop_reason"], answer["role"]) == ("end_turn", "assistant")


def test_errors_carry_their_code_and_a_limit_its_headers() -> None:
    with FakeAnthropic() as server:
        overloaded = ask(server, [user("[[error 529]]")])
        limited = ask(server, [user("[[limit 60]]")])
    assert (overloaded.status_code, overloaded.json()["error"]["type"]) == (529, "overloaded_error")
    assert limited.status_code == 429
    assert 0 < int(limited.headers["anthropic-ratelimit-unified-reset"]) - time.time() <= 60


def test_an_error_ends_for_a_client_that_tries_again() -> None:
    with FakeAnthropic() as server:
        for client in ("a", "b"):
            tries = [ask(server, [user("[[error 529 2]] well")], metadata={"user_id": client}) for _ in range(3)]
            assert [each.status_code for each in tries] == [529, 529, 200]
            assert tries[-1].json()["content"][0]["text"] == "ECHO: well"


def test_a_plan_goes_where_the_cli_wants_it() -> None:
    note = {"role": "system", "content": [{"type": "text", "text": "Write it to `/home/a/.claude/plans/my-plan.md`."}]}
    step = next_step([user('[[tool Write {"file_path": "{plan_file}"}]]'), note])
    assert step == [Call("Write", {"file_path": "/home/a/.claude/plans/my-plan.md"})]


def test_side_requests_do_not_play_the_script() -> None:
    with FakeAnthropic() as server:
        title = ask(server, [user("[[error 500]]")], tools=[], output_config={"format": {"type": "json_schema"}})
        probe = ask(server, [user("[[error 500]]")], tools=[])
        count = httpx.post(f"{server.url}/v1/messages/count_tokens", json={"messages": []}, **LOCAL)
        ping = httpx.head(f"{server.url}/")
        assert json.loads(title.json()["content"][0]["text"]) == {"title": "Fake title"}
        assert probe.json()["content"][0]["text"] == "OK"
        assert count.json()["input_tokens"] >= 0
        assert ping.status_code == 200
        assert server.prompts == []
        assert [request.method for request in server.requests] == ["POST", "POST", "POST", "HEAD"]


def test_requests_are_recorded_for_any_number_of_sessions() -> None:
    with FakeAnthropic() as server:
        callers = [threading.Thread(target=ask, args=(server, [user(f"from {number}")])) for number in range(8)]
        for caller in callers:
            caller.start()
        for caller in callers:
            caller.join()
        assert sorted(server.prompts) == [f"from {number}" for number in range(8)]


def test_the_end_does_not_wait_for_a_slow_step() -> None:
    answers: list[str] = []

    def call(server: FakeAnthropic) -> None:
        with httpx.stream("POST", f"{server.url}/v1/messages", json=body, timeout=60, **LOCAL) as stream:
            answers.extend(stream.iter_text())

    body = {"model": "m", "stream": True, "tools": TOOLS, "messages": [user("[[say a]] [[slow 60]] [[say b]]")]}
    with FakeAnthropic() as server:
        caller = threading.Thread(target=call, args=(server,))
        caller.start()
        until_now(lambda: answers, "the first step")
        began = time.monotonic()
    caller.join()
    assert time.monotonic() - began < 5
    assert "message_stop" not in "".join(answers)
