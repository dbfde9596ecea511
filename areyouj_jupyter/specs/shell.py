"""shell: a plain bash whose prompts and commands are marked, so that it takes messages as commands."""

from __future__ import annotations

from areyouj_jupyter.specs.format.spec import AgentSpec

BASHRC = r"""# Written by AreYouJ. Your own ~/.bashrc comes first; then each prompt and command gets its OSC 133 mark:
# A a prompt begins, B input begins, C output begins, D;N the command ended with exit code N. An input is done at the B
# after a D: before bash 5.1 each line of a pasted text has its own C, D and A, and a redrawn line repeats B alone.
if [ -f ~/.bashrc ]; then . ~/.bashrc; fi

# A pasted text of several lines is then one input, run by one Enter. (Off by default before bash 5.1.)
bind 'set enable-bracketed-paste on' 2>/dev/null

# The first of PROMPT_COMMAND, since later ones change $?. D and A do not stand in PS1, which bash draws again whenever
# it redraws the line: a D between Enter and C would end a command that has not begun.
__areyouj_end() {
  local status=$?
  __areyouj_at_prompt=
  if [ -n "${__areyouj_begun-}" ]; then printf '\033]133;D;%s\007' "$status"; fi
  return "$status"
}

# The last of PROMPT_COMMAND, since prompt themes build PS1 there anew.
__areyouj_begin() {
  case $PS1 in *'\[\e]133;B\a\]') ;; *) PS1="$PS1"'\[\e]133;B\a\]' ;; esac
  __areyouj_begun=1
  __areyouj_output
  printf '\033]133;A\007'
}

if (( BASH_VERSINFO[0] > 4 || (BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] >= 4) )); then
  __areyouj_output() {
    case ${PS0-} in *'\e]133;C\a') ;; *) PS0="${PS0-}"'\e]133;C\a' ;; esac
  }
else
  # macOS has bash 3.2, which knows no PS0: the first simple command after a prompt emits C. A trap of yours stays.
  __areyouj_output() { __areyouj_at_prompt=1; }
  __areyouj_command() {
    if [ -n "${COMP_LINE-}" ] || [ -z "${__areyouj_at_prompt-}" ]; then return; fi
    case $BASH_COMMAND in __areyouj_end*) return ;; esac
    __areyouj_at_prompt=
    printf '\033]133;C\007'
  }
  if [ -z "$(trap -p DEBUG)" ]; then trap '__areyouj_command' DEBUG; fi
fi

case "$(declare -p PROMPT_COMMAND 2>/dev/null)" in
  'declare -a'*) PROMPT_COMMAND=(__areyouj_end "${PROMPT_COMMAND[@]}" __areyouj_begin) ;;
  *)
    printf -v PROMPT_COMMAND '%s\n' __areyouj_end ${PROMPT_COMMAND:+"$PROMPT_COMMAND"} __areyouj_begin
    ;;
esac
"""

SPEC = AgentSpec(
    name="shell",
    display_name="Shell (bash)",
    command="bash",
    install="Install the Debian package `bash`; macOS and most other systems have it.",
    argv=("--rcfile", "{run_dir}/bashrc", "-i"),
    files={"bashrc": BASHRC},
    prompt_marks=True,
    executes=True,
    foreground=True,
    newline="<C-v>\n",  # readline's quoted-insert: one input in bash 3.2 and 4.4, measured 2026-11
    interrupt="<C-c>",
    # Not "exit<Enter>": a program in the foreground would get it. Bash ends at SIGHUP and passes it on to its jobs.
    quit="",
)
