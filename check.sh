#!/usr/bin/env bash
# Installs what the tests need where it is missing; then format, build, test, quality floors. CI runs this and nothing else.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The pages are tested in a real browser, papers are read through pdftotext.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
if ((${#missing[@]})); then
    echo "check: installing ${missing[*]}"
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >/dev/null
fi

dotnet restore Stemma.slnx -v q
dotnet format whitespace Stemma.slnx --no-restore --verify-no-changes
dotnet build Stemma.slnx -c Release --no-restore -v q

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
for tests in tests/*/*.csproj; do
    dotnet test "$tests" -c Release --no-build --nologo -v q --logger "console;verbosity=minimal" 2>&1 | tee -a "$log" || failed=1
done

dotnet run -c Release --no-build --project quality || failed=1

# What failed once more, where the eye falls: the figures above are long.
grep -F '[FAIL]' "$log" || true

# The last line, summed over the test projects. A run in which no test ran, or a figure below its floor, has failed.
awk -v bad="$failed" '
  /Failed:/ && /Passed:/ { for (i = 1; i < NF; i++) { if ($i == "Failed:") f += $(i + 1); if ($i == "Passed:") p += $(i + 1); if ($i == "Skipped:") s += $(i + 1) } }
  END { if ((bad || p == 0) && f == 0) f = 1; line = (p + 0) " passed, " (f + 0) " failed"; if (s > 0) line = line ", " s " skipped"; print line; exit (f > 0) }' "$log"
