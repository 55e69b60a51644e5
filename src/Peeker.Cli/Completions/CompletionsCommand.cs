using System.CommandLine;

namespace Peeker.Cli.Completions;

/// <summary><c>peeker completions SHELL</c>: what a shell has to read to complete the commands and options of this tool.</summary>
internal static class CompletionsCommand
{
    private static readonly IReadOnlyDictionary<string, string> Scripts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            # eval "$(peeker completions bash)" in ~/.bashrc
            _peeker() {
                local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}"
                local known="$(peeker "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)"
                # Options where one is begun: elsewhere they would hide the names of files.
                [[ $word == -* ]] || known="$(printf '%s\n' "$known" | grep -v '^-')"
                COMPREPLY=($(compgen -W "$known" -- "$word"))
                # Where nothing is known, names of files are likely.
                [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default
            }
            complete -F _peeker peeker
            """,
        ["zsh"] = """
            # eval "$(peeker completions zsh)" in ~/.zshrc, after compinit
            _peeker() {
                local line="${(j: :)words}"
                local -a known
                known=("${(@f)$(peeker "[suggest:${#line}]" "$line" 2>/dev/null)}")
                known=(${known:#})
                [[ ${words[CURRENT]} == -* ]] || known=(${known:#-*})
                if (( ${#known} )); then compadd -a known; else _files; fi
            }
            compdef _peeker peeker
            """,
        ["fish"] = """
            # peeker completions fish > ~/.config/fish/completions/peeker.fish
            function __peeker_complete
                set -l line (commandline -cp)
                peeker "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c peeker -a "(__peeker_complete)"
            """,
        ["pwsh"] = """
            # peeker completions pwsh | Out-String | Invoke-Expression in $PROFILE
            Register-ArgumentCompleter -Native -CommandName peeker -ScriptBlock {
                param($word, $line, $position)
                peeker "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" -and ($word -like '-*' -or $_ -notlike '-*') } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    public static Command Create(Surroundings surroundings)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completions", "Prints what a shell reads to complete this command.") { shell };
        command.SetAction(parsed =>
        {
            surroundings.Output.Write(Scripts[parsed.GetValue(shell)!].ReplaceLineEndings("\n"));
            surroundings.Output.Write('\n');
            return ExitCode.Done;
        });
        return command;
    }
}
