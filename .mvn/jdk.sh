# shellcheck shell=sh
# Finds a JDK that is new enough, whatever `java` on the PATH is. Read by segl and mvnw.
#
# SEGL_JAVA_HOME   the JDK to use; no other is looked for
# SEGL_JDK_PLACES  folders to look in instead of the usual ones, with ':' between them

segl_jdk_least=25

# The major version of the JDK in folder $1, or nothing when it is no JDK or has no compiler.
segl_jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Every folder that may hold a JDK, one a line, the likeliest first.
segl_jdk_candidates() {
    if [ -n "${SEGL_JDK_PLACES+set}" ]; then
        printf '%s\n' "$SEGL_JDK_PLACES" | tr ':' '\n' | while IFS= read -r place; do
            printf '%s\n' "$place" "$place"/*
        done
        return
    fi
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    segl_home_of java
    for place in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/*/* /usr/local/lib/jvm/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        printf '%s\n' "$place"
    done
}

# The folder above bin/ of the program $1 on the PATH, behind its symbolic links; nothing without one.
segl_home_of() {
    program=$(command -v "$1") || return 0
    while [ -L "$program" ]; do
        link=$(readlink "$program")
        case $link in
            /*) program=$link ;;
            *) program=$(dirname "$program")/$link ;;
        esac
    done
    (cd "$(dirname "$program")/.." 2>/dev/null && pwd -P) || return 0
}

# Prints the home of the JDK to use. Fails when there is none.
segl_find_jdk() {
    if [ -n "${SEGL_JAVA_HOME:-}" ]; then
        found=$(segl_jdk_version "$SEGL_JAVA_HOME") && [ "${found:-0}" -ge $segl_jdk_least ] || return 1
        printf '%s\n' "$SEGL_JAVA_HOME"
        return
    fi
    # Read to the end: whoever wrote to a reader that has left would make the whole of it fail.
    found=$(segl_jdk_candidates | while IFS= read -r home; do
        version=$(segl_jdk_version "$home") || continue
        [ "${version:-0}" -lt $segl_jdk_least ] || printf '%s\n' "$home"
    done)
    [ -n "$found" ] && printf '%s\n' "$found" | sed -n 1p
}

# Says on standard error what to install, for this system.
segl_say_no_jdk() {
    {
        if [ -n "${SEGL_JAVA_HOME:-}" ]; then
            echo "SEGL_JAVA_HOME is $SEGL_JAVA_HOME, and that is no JDK $segl_jdk_least or newer (with javac)."
            echo "Correct it, or unset it to let Segl look for one."
            return
        fi
        echo "Segl needs a JDK, version $segl_jdk_least or newer (with javac), and found none."
        if command -v java >/dev/null 2>&1; then
            echo "The java on the PATH is $(java -version 2>&1 | sed -n 1p)."
        fi
        echo
        echo "Install one, for example:"
        if [ "$(uname -s)" = Darwin ]; then
            echo "  brew install --cask temurin@$segl_jdk_least"
        elif command -v apt-get >/dev/null 2>&1; then
            echo "  apt-get install openjdk-$segl_jdk_least-jdk-headless   (where this release has it)"
            echo "  apt-get install temurin-$segl_jdk_least-jdk            (with Adoptium's package source)"
        elif command -v dnf >/dev/null 2>&1; then
            echo "  dnf install java-$segl_jdk_least-openjdk-devel"
        fi
        echo "  sdk install java $segl_jdk_least-tem                   (SDKMAN!, no administrator needed)"
        echo
        echo "Have one already? Say where: SEGL_JAVA_HOME=/path/to/jdk"
    } >&2
}
