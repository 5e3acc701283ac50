#!/bin/sh
# Ours and the peers on the same pages, in one command and processor time: bench/peers/pages.sh FOLDER with .html files
set -e
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$here/node_modules/jsdom" ] || npm install --prefix "$here" --no-package-lock --no-audit --no-fund --silent
dotnet run -c Release --project "$here/.." -- pages "$1"

# The same compiled ahead, as `dotnet publish -r RID` makes it.
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
ahead=$(mktemp -d)
trap 'rm -rf "$ahead"' EXIT
dotnet publish "$here/.." -c Release -r "$rid" --self-contained false -o "$ahead" -v q --nologo
echo "compiled ahead:"
dotnet "$ahead/stemma-bench.dll" pages "$1"
(cd "$here" && node pages.mjs "$1")
