export type Shell = 'bash' | 'zsh' | 'fish';

/**
 * What a shell reads once. It knows nothing of the commands: each press of the tab key asks the program that is
 * installed, so that the two never disagree. An answer is a line for each candidate, `value TAB word`, and a last line
 * `:files` where the shell is to offer the names of files.
 */
export const scripts: Record<Shell, string> = {
  bash: `# Put this into ~/.bashrc:  source <(schulkonto completion bash)
# For everybody:             schulkonto completion bash > /etc/bash_completion.d/schulkonto
_schulkonto() {
  local line value files=
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then files=yes; continue; fi
    value=\${line%%$'\\t'*}
    # What stands in open quotes is quoted by them; all else that a shell would take apart gets a backslash.
    if [[ \${COMP_WORDS[COMP_CWORD]} != [\\'\\"]* && $value == *[!A-Za-z0-9.,:=@_/+-]* ]]; then
      value=\${value//\\\\/\\\\\\\\}
      value=\${value//[^[:alnum:].,:=@_\\/+\\\\-]/\\\\&}
    fi
    COMPREPLY+=("$value")
  done < <("\${1/#\\~/$HOME}" __complete bash "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  [[ $files ]] && compopt -o default -o filenames
  [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *[=:] ]] && compopt -o nospace
  return 0
}
complete -F _schulkonto schulkonto
`,
  zsh: `#compdef schulkonto
# Put this into ~/.zshrc, behind compinit:  source <(schulkonto completion zsh)
# For everybody:                           schulkonto completion zsh > /usr/local/share/zsh/site-functions/_schulkonto
_schulkonto() {
  local line files
  local -a found
  while IFS= read -r line; do
    if [[ $line == :files ]]; then files=yes; continue; fi
    found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done < <(\${(Q)~words[1]} __complete zsh "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  if [[ -n $files ]]; then
    compset -P '--*='
    _files
  elif (( $#found )); then
    _describe -V schulkonto found
  fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _schulkonto "$@"; else compdef _schulkonto schulkonto; fi
`,
  fish: `# Put this into ~/.config/fish/completions/schulkonto.fish:
#   schulkonto completion fish > ~/.config/fish/completions/schulkonto.fish
function __schulkonto
    set -l words (commandline -opc)
    set -l found ($words[1] __complete fish $words[2..] (commandline -ct) 2>/dev/null)
    if contains -- :files $found
        __fish_complete_path (commandline -ct | string replace -r '^--[a-z-]+=' '')
    else
        printf '%s\\n' $found
    end
end
complete -c schulkonto -f -a '(__schulkonto)'
`,
};

/** The words of a line of bash up to the cursor, the last one possibly empty or unfinished; quotes and backslashes taken off. */
export function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [, word = ''] of line.matchAll(/\s*((?:\\.|"(?:\\.|[^"\\])*"?|'[^']*'?|[^\s"'\\])+)/gs)) {
    words.push(
      word.replace(/\\(.)|"((?:\\.|[^"\\])*)"?|'([^']*)'?/gs, (_, one, two, three) => one ?? two ?? three ?? ''),
    );
  }
  if (/(^|[^\\])\s$/.test(line)) words.push('');
  return words.slice(1);
}

/** Bash replaces only what stands behind the last = or :, and wants no more than that. */
export const behindBreak = (word: string, value: string): string =>
  value.slice((/^.*[=:]/s.exec(word)?.[0] ?? '').length);
