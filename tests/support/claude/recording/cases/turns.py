"""Turns: at work in all its ways, and how they end."""

from recording.case import READY, RESTING, WORKING, Case, Paste, Press, See, asked, call

ALLOWED = {"permissions": {"allow": ["Bash"]}}
TYPED = (Paste("and then"), See("^❯.and then"))
UNTITLED = {"CLAUDE_CODE_DISABLE_TERMINAL_TITLE": "1"}
SUBSCRIBED = {"ANTHROPIC_API_KEY": None, "CLAUDE_CODE_OAUTH_TOKEN": "sk-ant-oat01-fake-0123456789abcdef"}
HELPER = {
    "description": "Look around",
    "prompt": "\\u005b\\u005bslow 60\\u005d\\u005d",
    "subagent_type": "general-purpose",
}
QUICK_HELPER = {**HELPER, "prompt": "\\u005b\\u005bsay Looked.\\u005d\\u005d"}
BACKGROUND = call("Bash", command="sleep 60", description="Wait a minute", run_in_background=True)
LONG_RUN = "[[bash python3 -c 'import time; time.sleep(60)']]"
CLASSIC = {"tui": "default"}
REPLY = "[[say " + " ".join(f"Sentence {number} of a long reply." for number in range(200)) + "]]"

CASES = (
    Case("busy-thinking", "busy", (*asked("[[slow 60]]"), WORKING)),
    Case("busy-thinking-without-title", "busy", (*asked("[[slow 60]]"), See("esc to interrupt")), environment=UNTITLED),
    Case("busy-thinking-classic", "busy", (*asked("[[slow 60]]"), WORKING), settings=CLASSIC),
    Case("busy-streaming", "busy", (*asked("[[say First words.]] [[slow 60]]"), See("^● First words"))),
    Case("busy-streaming-long", "busy", (*asked(f"{REPLY} [[slow 60]]"), See("Sentence 199"))),
    Case("busy-running-tool", "busy", (*asked(LONG_RUN), See("⎿  .*python3")), settings=ALLOWED),
    Case("busy-after-tool", "busy", (*asked("[[bash ls]] [[slow 60]]"), WORKING, See("⎿|Ran|Listed"))),
    Case("busy-typed-ahead", "busy", (*asked("[[slow 60]]"), WORKING, *TYPED), "and then"),
    Case("busy-typed-ahead-without-title", "busy", (*asked("[[slow 60]]"), See("esc to interrupt"), Paste("and then")),
         "and then", environment=UNTITLED),
    Case("busy-typed-ahead-classic", "busy", (*asked("[[slow 60]]"), WORKING, *TYPED), "and then",
         settings=CLASSIC),
    Case("busy-queued", "busy", (*asked("[[slow 60]]"), WORKING, Paste("and then"), Press("<Enter>"))),
    Case("busy-sub-agent", "busy", (*asked(call("Agent", **HELPER)), See("Look around"))),
    Case("busy-compacting", "busy", (*asked("[[say Done.]]"), RESTING, Paste("/compact [[slow 60]]"), Press("<Enter>"),
                                     WORKING)),
    Case("retrying-without-title", "busy", (*asked("[[error 529]]"), See("retrying"), *TYPED), "and then",
         environment=UNTITLED),
    Case("busy-sub-agent-without-title", "busy", (*asked(call("Agent", **HELPER)), See("Waiting for 1 background"),
                                                  *TYPED), "and then", environment=UNTITLED),
    Case("retrying-429", "busy", (*asked("[[error 429]]"), See("retrying"))),
    Case("retrying-500", "busy", (*asked("[[error 500]]"), See("retrying"))),
    Case("retrying-529", "busy", (*asked("[[error 529]]"), See("retrying"))),
    Case("idle-after-turn", "idle", (*asked("[[say Done.]]"), RESTING)),
    Case("idle-after-turn-classic", "idle", (*asked("[[say Done.]]"), RESTING), settings=CLASSIC),
    Case("idle-after-long-reply", "idle", (*asked(REPLY), RESTING)),
    Case("idle-after-tool", "idle", (*asked("[[bash ls]] [[say Done.]]"), RESTING)),
    Case("idle-after-two-turns", "idle", (*asked("[[say One.]]"), RESTING, *asked("[[say Two.]]"), See("Two.*✻"))),
    Case("idle-after-interrupt", "idle", (*asked("[[say First words.]] [[slow 60]]"), See("^● First words"),
                                          Press("<Esc>"), See("Interrupted"))),
    Case("idle-after-early-interrupt", "idle", (*asked("[[slow 60]] one"), WORKING, Press("<Esc>"), See("\\A✳")),
         "[[slow 60]] one"),
    Case("idle-after-refusal", "idle", (*asked("[[bash touch x]]"), See("Do you want"), Press("<Esc>"),
                                        See("Interrupted"))),
    Case("idle-after-refusal-classic", "idle", (*asked("[[bash touch x]]"), See("Do you want"), Press("<Esc>"),
                                                See("Interrupted")), settings=CLASSIC),
    Case("idle-after-sub-agent", "idle", (*asked(call("Agent", **QUICK_HELPER)), See("\\A✳ .* finished ·.*^✻"))),
    Case("idle-named", "idle", (READY, Paste("/rename my session"), Press("<Enter>"), See("─ my session ─"))),
    Case("idle-after-failure", "idle", (*asked("[[error 400]]"), See("API Error.*"), See("\\A✳"))),
    Case("idle-after-shell", "idle", (READY, Press("!"), Paste("echo hi"), Press("<Enter>"), See("⎿"))),
    Case("idle-after-compaction", "idle", (*asked("[[say Done.]]"), RESTING, Paste("/compact"), Press("<Enter>"),
                                           See("Compacted"))),
    Case("idle-in-background", "idle", (*asked(f"{BACKGROUND} [[say Started.]]"), See("Started.*✻")), settings=ALLOWED),
    Case("rate-limited", "rate_limited", (*asked("[[limit 7200]]"), See("limit reached")), environment=SUBSCRIBED),
)  # fmt: skip
