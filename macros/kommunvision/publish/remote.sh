# What `kommunvision publish` runs on a server, in the form that every POSIX shell reads.
#
# It holds a lock as long as the connection lasts, tells what the folder holds, and then carries
# out one order a line, each answered with "ok" or "fail" and a reason. $1 is the folder; $2 is
# "change", or "look" to be told only.

umask 022
export LC_ALL=C
target=$1
mode=$2

stop() {
    printf 'fail %s\n' "$(printf %s "$1" | tail -n 1)"
    exit 1
}

shown() {
    link=$(readlink current 2>/dev/null) || link=
    link=${link#releases/}
    case $link in
    */* | '') ;;
    *) if test -d "releases/$link" && test -f "releases/$link.sha256"; then echo "$link"; fi ;;
    esac
}

is_name() {
    case $1 in
    *[!0-9a-f-]*) return 1 ;;
    ??????-??????????) return 0 ;;
    *) return 1 ;;
    esac
}

# Remove what a publication has left that did not come to its end.
remove_halves() {
    rm -rf current.half releases/half.*
    for path in releases/*; do
        name=${path#releases/}
        name=${name%.sha256}
        if is_name "$name" && ! { test -d "releases/$name" && test -f "releases/$name.sha256"; }; then
            rm -rf "$path"
        fi
    done
}

# A release gets a file of another one, unless it has one of that name.
take() {
    test -e "$2/$3" || ! test -f "$1/$3" || { mkdir -p "$2/$(dirname "$3")" && ln "$1/$3" "$2/$3"; }
}

settle() {
    (cd "releases/$half" && sha256sum -c .sha256 >/dev/null) &&
        { sync -f "releases/$half" 2>/dev/null || sync; } &&
        mv "releases/$half/.sha256" "releases/$1.sha256" &&
        mv "releases/$half" "releases/$1"
}

switch() {
    rm -f current.half &&
        ln -s "releases/$1" current.half &&
        mv -T current.half current &&
        { sync -f . 2>/dev/null || sync; }
}

if test "$mode" = change; then
    for tool in flock rsync sha256sum; do
        command -v "$tool" >/dev/null 2>&1 || stop "lacks $tool"
    done
    if test -e "$target" && test -n "$(ls -A "$target" 2>/dev/null)" && ! test -d "$target/releases"; then
        stop taken
    fi
    said=$(mkdir -p "$target/releases" 2>&1) || stop "$said"
fi
if test "$mode" = look && ! test -d "$target"; then
    printf 'state\nready\n'
    exit 0
fi
cd "$target" 2>/dev/null || stop closed
if test -e current && ! test -L current; then
    stop current
fi
if test "$mode" = change; then
    (: >>.lock) 2>/dev/null || stop closed
    exec 9>>.lock
    # A connection that was cut lets go when the server has noticed it.
    tries=10
    until flock -n 9; do
        tries=$((tries - 1))
        test $tries -gt 0 || stop busy
        sleep 1
    done
    remove_halves
fi

current=$(shown)
printf 'state %s\n' "$current"
for path in releases/*; do
    name=${path#releases/}
    if is_name "$name" && test -f "$path.sha256"; then
        printf 'release %s\n' "$name"
    fi
done
echo ready

half=
while read -r order one two three; do
    case $order in
    files)
        said=$(cat "releases/$one.sha256" 2>&1) || stop "$said"
        printf '%s\nend\n' "$said"
        continue
        ;;
    bring)
        said=$(mktemp -d releases/half.XXXXXX 2>&1) || stop "$said"
        half=${said#releases/}
        chmod 755 "$said"
        printf 'ok %s\n' "$half"
        continue
        ;;
    lend) said=$(take "releases/$one" "releases/$two" "$three" 2>&1) ;;
    settle) said=$(settle "$one" 2>&1) ;;
    switch) said=$(switch "$one" 2>&1) ;;
    drop) said=$(rm -f "releases/$one.sha256" 2>&1 && rm -rf "releases/$one" 2>&1) ;;
    *) said='unknown order' && false ;;
    esac && echo ok || printf 'fail %s\n' "$(printf %s "$said" | tail -n 1)"
done
if test "$mode" = change; then
    remove_halves
fi
