# shellcheck shell=bash disable=SC2154
# Long steps that show they are alive: a word on the screen, everything in a log. Read by segl.
# Uses $state (the folder .segl) and $command; written for bash 3.2 as well.

bold='' dim='' red='' green='' off=''
if [ -t 1 ] && [ -t 2 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
    # shellcheck disable=SC2034 # segl's help uses it
    bold=$'\e[1m'
    dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' off=$'\e[0m'
fi

# Standard output belongs to what a command prints (a ledger, say): notices go to standard error.
say() { printf '%s\n' "$*" >&2; }
fail() {
    say "${red}segl:${off} $*"
    exit 1
}

log=''
new_log() {
    local old
    if ! mkdir -p "$state/log" 2>/dev/null || [ ! -w "$state/log" ]; then
        fail "cannot write in $state. Use a clone of your own, or make that folder yours."
    fi
    # shellcheck disable=SC2012 # the names are of our own making
    ls -t "$state/log" | tail -n +30 | while IFS= read -r old; do rm -f "$state/log/$old"; done
    log=$state/log/$1-$(date +%Y%m%d-%H%M%S)-$$.log
    : >"$log"
}

# long_step WHAT HOW_LONG COMMAND...: runs it in a process group of its own, so that Ctrl-C here can
# end all of it. It is ended, and has failed, after step_limit seconds.
child='' ticker=''
step_limit=7200
long_step() {
    local what=$1 how_long=$2 started=$SECONDS status=0
    shift 2
    [ -n "$log" ] || new_log "${command:-segl}"
    say "$what ${dim}($how_long)${off}"
    set -m
    "$@" </dev/null >>"$log" 2>&1 &
    child=$!
    set +m
    # Only a shell that waits takes Ctrl-C for certain: what is shown meanwhile is another's work.
    tick "$started" &
    ticker=$!
    wait "$child" || status=$?
    child=''
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" || true
    ticker=''
    [ "$status" = 0 ] || return "$status"
    say "  ${green}done${off} in $(clock $((SECONDS - started)))"
}

# Says how far $child is, until told to stop.
tick() {
    local started=$1 shown=$SECONDS
    trap - EXIT
    trap '[ -z "$dim" ] || printf "\r\e[K" >&2; exit 0' TERM
    while kill -0 "$child" 2>/dev/null; do
        sleep 0.3
        [ $((SECONDS - started)) -le $step_limit ] || kill -TERM -- "-$child" 2>/dev/null || true
        if [ -n "$dim" ]; then
            printf '\r\e[K  %s%s  %s%s' "$dim" "$(clock $((SECONDS - started)))" "$(doing)" "$off" >&2
        elif [ $((SECONDS - shown)) -ge 30 ]; then
            shown=$SECONDS
            say "  $(clock $((SECONDS - started)))  $(doing)"
        fi
    done
}

clock() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# What a Maven run is at, read off its log; nothing for other logs.
doing() {
    local module fetched
    module=$(sed -n 's/^\[INFO\] Building \(Segl.*\) [0-9][^ ]*-SNAPSHOT.*/\1/p' "$log" | tail -n 1)
    fetched=$(grep -c '^\[INFO\] Downloaded from' "$log" || true)
    printf '%s' "$module"
    [ "$fetched" = 0 ] || printf '  (%s files fetched)' "$fetched"
}

# The lines of the log that tell why, and where the rest is.
show_why() {
    local why
    why=$(grep -E '^\[ERROR\] .|^\[WARNING\] .*\.java:\[|^Error:|^E: |^npm (error|ERR!)|^Exception in |^Caused by: ' "$log" |
        grep -vE '\[Help 1\]|Re-run Maven|full stack trace|more information about|After correcting|mvn <args>' |
        tail -n 25 || true)
    [ -n "$why" ] || why=$(tail -n 25 "$log")
    say "$why"
    say "Everything it printed: $log"
}

# readable: of Maven's output, what a person (or CI) wants to see: modules, one line for each test
# class, each crash of the crash test, the closing counts, errors with the top of their traces, and
# what the compiler warns of (which -Werror makes an error).
readable() {
    local line trace=0
    while IFS= read -r line; do
        case $line in
            '[INFO] Building Segl '*) printf '\n%s\n' "${line#\[INFO\] }" ;;
            '[ERROR] '*'[Help 1]'* | '[ERROR] '*'full stack trace'* | '[ERROR] Re-run Maven'*) ;;
            '[ERROR] For more information'* | '[ERROR] After correcting'* | '[ERROR]   mvn <args>'* | '[ERROR] ') ;;
            "[ERROR] Run 'mvn spotless:apply'"*) printf '%s\n' "[ERROR] Run ./segl format to mend these." ;;
            '[ERROR] '* | '[WARNING] '*'.java:['*)
                printf '%s\n' "$line"
                trace=20
                ;;
            '[INFO] Tests run: '* | '[WARNING] Tests run: '* | '[INFO] BUILD '* | '[INFO] Total time'*)
                printf '%s\n' "$line"
                trace=0
                ;;
            '[INFO] Segl'*'. '*' ['*) printf '%s\n' "$line" ;;
            *' crash: '*) printf '  %s\n' "${line##* crash: }" ;;
            '') ;;
            '[INFO]'* | '[WARNING]'*) trace=0 ;;
            *)
                [ "$trace" = 0 ] || printf '%s\n' "$line"
                [ "$trace" = 0 ] || trace=$((trace - 1))
                ;;
        esac
    done
}

# One build at a time in one clone. The lock names its holder, so a dead one's is taken over.
locked=''
lock() {
    local holder told=''
    while ! mkdir "$state/lock" 2>/dev/null; do
        holder=$(cat "$state/lock/pid" 2>/dev/null || true)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null && [ ! -d "/proc/$holder" ]; then
            rm -rf "$state/lock"
            continue
        fi
        [ -n "$told" ] || say "Another ./segl (process ${holder:-unknown}) is building here: waiting for it."
        told=yes
        sleep 1
    done
    locked=yes
    echo $$ >"$state/lock/pid"
}

unlock() {
    [ -z "$locked" ] || rm -rf "$state/lock"
    locked=''
}

leave() {
    [ -z "$child" ] || kill -TERM -- "-$child" 2>/dev/null || true
    [ -z "$ticker" ] || kill "$ticker" 2>/dev/null || true
    unlock
}
trap leave EXIT
trap 'say ""; exit 130' INT
trap 'exit 143' TERM
