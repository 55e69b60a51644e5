#!/usr/bin/env bash
# Changes the decisions that money depends on, one by one, and asks the tests to notice. Every mutant that lives must be in explained.txt.
# Some 25 minutes on two cores.
set -uo pipefail
cd "$(dirname "$0")/../Peeker.Tests"
dotnet tool restore >/dev/null || exit 1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
files="Planning/PlanInputs.cs Planning/BundlePlan.cs Selection/DomainPick.cs Selection/Cheapest.cs Selection/RowSorting.cs Selection/DomainSelection.cs Retry/RetryRule.cs Retry/Failure.cs Orders/OrderFingerprint.cs Orders/OrderMeaning.cs Budget/PermitWindow.cs Budget/BudgetClock.cs"
[ $# -gt 0 ] && files="$*"
mutate=(); for file in $files; do mutate+=(-m "**/$file"); done
dotnet stryker -p Peeker.csproj --target-framework net10.0 "${mutate[@]}" -r json -O "$out" --break-on-initial-test-failure >"$out/log" 2>&1 || { tail -30 "$out/log"; exit 1; }
python3 - "$out" ../mutation/explained.txt <<'P'
import glob, json, sys
report = json.load(open(glob.glob(sys.argv[1] + '/**/mutation-report.json', recursive=True)[0]))
explained = {line.split(' # ')[0].strip() for line in open(sys.argv[2]) if ' # ' in line}
counts, alive = {}, []
for path, file in report['files'].items():
    for mutant in file['mutants']:
        status = mutant['status']
        if status in ('Ignored', 'CompileError'): continue
        counts[status] = counts.get(status, 0) + 1
        if status in ('Survived', 'NoCoverage'):
            where = f"{path.split('/src/Peeker/')[-1]}: {' '.join(mutant['replacement'].split())}"
            if where not in explained: alive.append(f"{where}   (line {mutant['location']['start']['line']})")
print(', '.join(f'{status} {count}' for status, count in sorted(counts.items())))
for where in alive: print('NOT EXPLAINED', where)
sys.exit(1 if alive else 0)
P
