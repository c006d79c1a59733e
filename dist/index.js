import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 70298:
/***/ ((module) => {

// A simple implementation of make-array
function makeArray (subject) {
  return Array.isArray(subject)
    ? subject
    : [subject]
}

const UNDEFINED = undefined
const EMPTY = ''
const SPACE = ' '
const ESCAPE = '\\'

// The characters that carry a meaning of their own inside a regular
//   expression, so a literal one has to be escaped before it is emitted.
const REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/
const BOM = '\uFEFF'
// A run of two or more asterisks is a globstar (#175)
const REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/
const REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/
const REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/
const REGEX_SPLITALL_CRLF = /\r?\n/g

// Invalid:
// - /foo,
// - ./foo,
// - ../foo,
// - .
// - ..
// Valid:
// - .foo
const DOUBLE_SLASH = '//'
const SLASH_CODE = 47
const DOT_CODE = 46


const SLASH = '/'

// Do not use ternary expression here, since "istanbul ignore next" is buggy
let TMP_KEY_IGNORE = 'node-ignore'
/* istanbul ignore else */
if (typeof Symbol !== 'undefined') {
  TMP_KEY_IGNORE = Symbol.for('node-ignore')
}
const KEY_IGNORE = TMP_KEY_IGNORE

const define = (object, key, value) => {
  Object.defineProperty(object, key, {value})
  return value
}

const RETURN_FALSE = () => false

// > The range notation, e.g. [a-zA-Z],
// > can be used to match one of the characters in a range.
//
// gitignore(5) defers to fnmatch(3) for this, and git implements it in
//   `wildmatch.c`.  A bracket expression has a sub-grammar of its own, which
//   is neither the surrounding pattern grammar nor the JavaScript one:
//
//   - a `]` right after `[` or `[!` is a literal member, not the terminator
//   - `[:alpha:]` names one of twelve POSIX classes
//   - `\` escapes the next member, `]` included
//   - `*`, `?` and `.` are plain literal members
//   - an unterminated expression makes the whole pattern match nothing
//
// which means the expression can not be located -- let alone translated -- by
//   a regular expression.  It is scanned out of the pattern before the
//   replacers below run, and put back once they are done, so that neither the
//   metacharacter escaper nor the `?` / `*` replacers ever see its body.

// git classifies with its own ASCII-only ctype macros (`wildmatch.c`), never
//   with the C library ones, so these must not be mapped onto `\d` / `\w` /
//   `\s`, which are wider.  `/` is left out of every expansion, because a
//   bracket expression never matches a path separator.
const POSIX_CLASSES = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-.0-~',
  lower: 'a-z',
  print: ' -.0-~',
  punct: '!-.:-@\\[-`{-~',
  // git's `sane-ctype.h` classifies \v and \f as control, not space,
  //   unlike C's `isspace`
  space: ' \\t\\n\\r',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f'
}

const CLASS_MEMBERS_TO_ESCAPE = '\\]^-['

const escapeMember = char => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0
  ? char
  : ESCAPE + char

// > if (matched == negated || ((flags & WM_PATHNAME) && text_ch == '/'))
// >   return WM_ABORT_TO_STARSTAR;                     (git, `wildmatch.c`)
// A bracket expression never matches a path separator, whatever its members
//   say, so a negated class gets `/` as one more excluded character, while a
//   plain one -- where a literal member or a range could still let `/` in --
//   is guarded with a lookahead, `/` being impossible to subtract from a
//   JavaScript character class.
const NON_SLASH = '(?!\\/)'

const classSource = (negated, body) => {
  if (negated) {
    return `[^\\/${body}]`
  }

  const source = `[${body}]`

  return new RegExp(source).test('/')
    ? NON_SLASH + source
    : source
}

// Scan the bracket expression that starts at `pattern[start] === '['`,
//   mirroring the member loop of git's `wildmatch.c`.
// @returns {{end: number, source: string} | null} `null` if the expression is
//   never terminated, which makes the whole pattern match nothing.
const scanBracket = (pattern, start) => {
  const {length} = pattern
  let index = start + 1
  let negated = EMPTY

  const lead = pattern[index]
  if (lead === '!' || lead === '^') {
    negated = '^'
    index ++
  }

  let body = EMPTY

  // The member a `-` could start a range from, or EMPTY when the previous
  //   member can not open one (start of the body, or a range / POSIX class
  //   that has just closed)
  let prev = EMPTY

  // git scans the members with a do-while, so the first one is consumed
  //   unconditionally.  That is the whole reason a leading `]` is a member
  //   and not the terminator.
  for (;;) {
    const char = pattern[index]

    if (char === UNDEFINED) {
      return null
    }

    if (char === ESCAPE) {
      // A pattern can not end on a lone backslash -- `createRule` has
      //   already thrown it away -- so there is a character to read.
      const escaped = pattern[++ index]
      body += escapeMember(escaped)
      prev = escaped
    } else if (
      char === '-'
      && prev
      && index + 1 < length
      && pattern[index + 1] !== ']'
    ) {
      index ++
      let to = pattern[index]
      if (to === ESCAPE) {
        to = pattern[index += 1]
      }
      // An out-of-order range matches nothing in git but is a syntax error in
      //   JavaScript, so it is dropped.  Its lower bound stays: git tests it
      //   as a plain member before it ever looks at the `-`, so `[c-a]` does
      //   match `c`.
      if (prev <= to) {
        body += `-${escapeMember(to)}`
      }
      prev = EMPTY
    } else if (char === '[' && pattern[index + 1] === ':') {
      const nameStart = index + 2
      let end = nameStart
      while (end < length && pattern[end] !== ']') {
        end ++
      }

      if (end === length) {
        return null
      }

      if (end > nameStart && pattern[end - 1] === ':') {
        const name = pattern.slice(nameStart, end - 1)

        // An unknown class name makes the whole pattern match nothing
        if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name)) {
          return null
        }

        body += POSIX_CLASSES[name]
        prev = EMPTY
        index = end
      } else {
        // No `:]` to close it, so the `[` is a plain member and scanning
        //   resumes right after it.
        body += escapeMember('[')
        prev = '['
        index = nameStart - 2
      }
    } else {
      body += escapeMember(char)
      prev = char
    }

    index ++

    if (pattern[index] === ']') {
      return {
        end: index,
        source: classSource(negated, body)
      }
    }
  }
}

// An empty JavaScript class can never match, which is how a pattern that git
//   gives up on (`WM_ABORT_ALL`) is expressed here.
const NEVER_MATCH = '[]'

// A NUL can appear in neither a `.gitignore` line nor a path, which makes it
//   the one safe placeholder character.  A literal one in the pattern is
//   held aside all the same, so a collision is impossible by construction.
const PLACEHOLDER = '\u0000'
const REGEX_RESTORE_PLACEHOLDER = new RegExp(
  `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`, 'g'
)

// The one wildcard the chain does not expand for itself is a trailing `*`. How
//   it expands depends on the mode (`regex` vs `checkRegex`), so `_make` is
//   left to do it, and until then the pending wildcard travels as this marker.
//   That is what keeps it apart from a user-escaped literal `\*`: the unescape
//   steps collapse the escaped one to the exact `\*` a wildcard would leave
//   behind, so by the time `_make` runs the two are otherwise the same string
//   and a literal star gets wrongly rewritten into a wildcard. The marker is a
//   private-use character, and `extractBrackets` keeps one that came out of the
//   pattern apart from it, so the only marker `_make` ever turns back into a
//   real wildcard is the one this chain put there itself.
const TRAILING_WILDCARD = '\uE000'

// A trailing "/**" is deferred the same way, because `checkRegex` has to tell
//   it apart from a trailing "/*" (see `checkSourceOf`). For `.ignores()` it
//   still never matches the folder itself (#21).
const TRAILING_DOUBLESTAR = '\uE001'

// The three characters above mean something to the chain that builds the
//   source rather than to the path, so one that came out of the pattern is
//   held aside like a bracket expression instead of going straight out. Being
//   held is what makes it safe: the restore runs after the step that anchors
//   the source, so the character comes back in the middle of the source and
//   not at its end, which is the one place `_make` and `checkSourceOf` look
//   for a marker. Without it a pattern's own character lands where a pending
//   marker sits, and `_make` turns it into a real trailing wildcard.
//
// It is held as a one-member class rather than bare, in both of the branches
//   a reserved character can reach, so that the property can be
//   read off this function alone -- a reserved character never goes out on
//   its own -- rather than depending on where in the chain the restore
//   happens to run. In the expression built here `[x]` matches exactly what
//   `x` matches, none of the three being special to a regular expression or
//   inside a class, so no test can tell the two apart: the class is insurance,
//   and the paragraph above is the reason it is not needed.
const isReserved = char =>
  char === PLACEHOLDER
  || char === TRAILING_WILDCARD
  || char === TRAILING_DOUBLESTAR

// Replace every bracket expression with a placeholder the replacers below
//   leave alone, and translate it separately.
const extractBrackets = pattern => {
  const sources = []
  const hold = source =>
    `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`

  const {length} = pattern
  let out = EMPTY
  let index = 0

  while (index < length) {
    const char = pattern[index]

    if (char === ESCAPE) {
      // > Put a backslash ("\") in front of ... a character to make it literal.
      //                                            (gitignore(5) -> fnmatch(3))
      // A backslash quotes the next character, whatever it is, so `\d` is a
      //   literal `d`, not the regex digit class, and `\?` is a literal `?`,
      //   not a wildcard. Held aside as its literal here, the escape never
      //   reaches the replacers below, which would otherwise let `\d`, `\b`,
      //   `\1`, `\/` keep their regular-expression meaning, and would turn a
      //   `\?` into `[^\/]`.
      //
      // Three escapes are still left for the chain: `\*` (a literal star,
      //   told apart from a wildcard by `TRAILING_WILDCARD` and the wildcard
      //   replacers), `\[` (a literal bracket, the one `[` the bracket
      //   replacer still expects), and `\ ` (a quoted space, which one pass
      //   below rewrites in bulk -- holding each one aside instead costs more
      //   on a pattern built out of them).
      //
      // A quoted backslash is not among them. The chain doubles every
      //   backslash, then takes the doubling back out again, and a quoted one
      //   standing next to a character the chain also escapes left the two
      //   counts sharing a run, so one of the escapes was lost. Held here as
      //   the literal it means, it never joins that run.
      const escaped = pattern[index + 1]

      if (escaped === SLASH && index + 2 === length) {
        // Git removes a final directory slash before matching. An escape
        //   without a character after that removal makes the pattern invalid.
        out += hold(NEVER_MATCH)
      } else if (
        escaped === '*'
        || escaped === '['
        || escaped === SPACE
      ) {
        out += pattern.slice(index, index + 2)
      } else {
        out += hold(
          REGEX_LITERAL_SPECIAL.test(escaped)
            ? ESCAPE + escaped
            : isReserved(escaped)
              ? `[${escaped}]`
              : escaped
        )
      }

      index += 2
    } else if (isReserved(char)) {
      out += hold(`[${char}]`)
      index ++
    } else if (char === '[') {
      const scanned = scanBracket(pattern, index)

      if (scanned === null) {
        // git gives up on the whole pattern (`WM_ABORT_ALL`), so whatever
        //   follows can not make it match either.
        out += hold(NEVER_MATCH)
        index = length
      } else {
        out += hold(scanned.source)
        index = scanned.end + 1
      }
    } else {
      out += char
      index ++
    }
  }

  return {
    source: out,
    sources
  }
}

// A step of the chain below is normally a `[matcher, replacer]` pair handed
//   to `String.replace`. `DIRECT` marks the ones that are plain string work
//   instead, and take `(source, pattern)`.
//
// Anchoring the two ends is exactly that -- a test of one character and a
//   concatenation -- and putting it through the regular expression engine
//   cost a third of this chain for nothing: 167ns where 10ns does the same
//   job. The two are still steps in the same list, in the same places,
//   because their position in the order is part of what they mean.
const DIRECT = null

// A separator at the beginning or in the middle of a pattern, as opposed to
//   one at the very end.
const REGEX_INNER_SLASH = /\/(?!$)/
const WILDCARD = '[^\\/]*'

// > If the pattern ends with a slash,
// > it is removed for the purpose of the following description,
// > but it would only find a match with a directory.
// > In other words, foo/ will match a directory foo and paths underneath it,
// > but will not match a regular file or a symbolic link foo
// >  (this is consistent with the way how pathspec works in general in Git).
// '`foo/`' will not match regular file '`foo`' or symbolic link '`foo`'
// -> ignore-rules will not deal with it, because it costs extra `fs.stat` call
//      you could use option `mark: true` with `glob`

// '`foo/`' should not continue with the '`..`'
// The chain that turns one gitignore pattern into a regular expression
//   source, in order. A step is either
//
//   [matcher, replacer]            handed to `String.replace`
//   [matcher, replacer, required]  the same, but skipped outright unless
//                                    `required` appears in the string, which
//                                    the matcher cannot match without
//   [DIRECT, transform]            plain string work, taking (source, pattern)
//
// The `required` character is only ever a shortcut: finding it does not mean
//   the matcher will match, and not finding it means it cannot. It is there
//   because scanning for one character costs a fraction of running a matcher
//   that then finds nothing -- for the wildcard step, whose `[^\\]+`
//   backtracks its way through the whole string before giving up, 11ns
//   against 400ns.
const REPLACERS = [

  // Replace (\ ) with ' '
  // Only a space: an escaped tab or other whitespace is already a literal by
  //   the time it reaches here, and a bare tab must be left as one, not turned
  //   into a space.
  // (\ ) -> ' '
  // (\\ ) -> '\\ '
  // (\\\ ) -> '\\ '
  [
    // A run of backslashes is taken whole, from its first one, so no match
    //   ever starts again inside it -- `(\\+?) ` did, which made a long run
    //   quadratic.
    /(\\+)( ?)/g,
    (_, run, space) => space
      ? run.slice(0, run.length - run.length % 2) + SPACE
      : run,
    ESCAPE + SPACE
  ],

  // git's wildmatch() reads a run of two or more asterisks as one globstar
  //   whenever the run fills a path segment: it starts the pattern or follows
  //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
  //   already `**`; a longer one is folded into `**` here, so the steps
  //   below only ever have to know `**`.
  // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
  // git also takes a run beside a literal prefix (`a***/b`) or beside an
  //   escaped slash (`***\/b`) as a globstar, and this does not; the README
  //   lists both, under "A run of asterisks".
  [
    /(^|\/)\*{3,}(?=\/|$)/g,
    (_, start) => `${start}**`,
    '*'
  ],

  // Escape metacharacters
  // which is written down by users but means special for regular expressions.

  // > There are 12 characters with special meanings:
  // > - the backslash \,
  // > - the caret ^,
  // > - the dollar sign $,
  // > - the period or dot .,
  // > - the vertical bar or pipe symbol |,
  // > - the question mark ?,
  // > - the asterisk or star *,
  // > - the plus sign +,
  // > - the opening parenthesis (,
  // > - the closing parenthesis ),
  // > - and the opening square bracket [,
  // > - the opening curly brace {,
  // > These special characters are often called "metacharacters".
  [
    /[\\$.|*+(){^]/g,
    match => `\\${match}`
  ],

  [
    // > a question mark (?) matches a single character
    /(?!\\)\?/g,
    () => '[^/]',
    '?'
  ],

  // leading slash
  [

    // > A leading slash matches the beginning of the pathname.
    // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
    // A leading slash matches the beginning of the pathname
    /^\//,
    () => '^',
    SLASH
  ],

  // replace special metacharacter slash after the leading slash
  [
    /\//g,
    () => '\\/',
    SLASH
  ],

  [
    // > A leading "**" followed by a slash means match in all directories.
    // > For example, "**/foo" matches file or directory "foo" anywhere,
    // > the same as pattern "foo".
    // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
    // >   under directory "foo".
    // Notice that the '*'s have been replaced as '\\*'
    /^\^*(?:\\\*\\\*\\\/)+/,

    // '**/foo' <-> 'foo'
    () => '(?:^|\\/)',
    '*'
  ],

  // starting
  [
    // there will be no leading '/'
    //   (which has been replaced by section "leading slash")
    // If starts with '**', adding a '^' to the regular expression also works
    DIRECT,
    (source, pattern) => {
      // Nothing to anchor to, or already anchored (`^` or `(?:^|\/)`)
      if (!source || source[0] === '^' || source[0] === '(') {
        return source
      }

      // If has a slash `/` at the beginning or middle
      const anchor = !REGEX_INNER_SLASH.test(pattern)
        // > Prior to 2.22.1
        // > If the pattern does not contain a slash /,
        // >   Git treats it as a shell glob pattern
        // Actually, if there is only a trailing slash,
        //   git also treats it as a shell glob pattern

        // After 2.22.1 (compatible but clearer)
        // > If there is a separator at the beginning or middle (or both)
        // > of the pattern, then the pattern is relative to the directory
        // > level of the particular .gitignore file itself.
        // > Otherwise the pattern may also match at any level below
        // > the .gitignore level.
        ? '(?:^|\\/)'

        // > Otherwise, Git treats the pattern as a shell glob suitable for
        // >   consumption by fnmatch(3)
        : '^'

      return anchor + source
    }
  ],

  // two globstars
  [
    // Use lookahead assertions so that we could match more than one `'/**'`
    /\\\/\\\*\\\*(?=\\\/|$)/g,

    // Zero, one or several directories
    // should not use '*', or it will be replaced by the next replacer

    // Check if it is not the last `'/**'`
    (_, index, str) => index + 6 < str.length

      // case: /**/ at the end of the pattern, i.e. a trailing `'/**/'`
      // > A trailing `"/**/"` (a trailing `"/**"` restricted to directories)
      // >   matches everything inside, but it should not match the current
      // >   folder itself, so it requires at least one directory segment.
      // 'a/**/' matches 'a/b/', 'a/x/y/' but not 'a/'
      ? str.slice(index + 6) === '\\/'
        ? '(?:\\/[^\\/]+)+'

        // case: /**/
        // > A slash followed by two consecutive asterisks then a slash matches
        // >   zero or more directories.
        // > For example, "a/**/b" matches "a/b", "a/x/b", "a/x/y/b" and so on.
        // '/**/'
        : '(?:\\/[^\\/]+)*'

      // case: /**
      // > A trailing `"/**"` matches everything inside.

      // #21: everything inside but it should not include the current folder,
      //   resolved by `_make`
      : `\\/${TRAILING_DOUBLESTAR}`,
    '*'
  ],

  // normal intermediate wildcards
  [
    // Never replace escaped '*'
    // ignore rule '\*' will match the path '*'

    // 'abc.*/' -> go
    // 'abc.*'  -> skip this rule,
    //    coz trailing single wildcard will be handed by [trailing wildcard]
    /(^|[^\\])(?:\\\*)+(?!$)/g,

    // '*.js' matches '.js'
    // '*.js' doesn't match 'abc'
    // 1. An asterisk "*" matches anything except a slash.
    // 2. Other consecutive asterisks are considered regular asterisks
    //    and collapse into one non-slash wildcard run.
    (_, p1) => p1 + WILDCARD,
    '*'
  ],

  // trailing wildcard, held apart from a literal star
  [
    // The step above leaves a trailing `*` alone, so a single `\*` is all that
    //   can be left at the end here, and what stands in front of it says which
    //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
    //   nothing before it; a literal arrives as the user's own escape, which
    //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
    //   There is no third case: every backslash still reaching the chain is
    //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
    //   own character, so a longer run can never form. This runs while the
    //   two are still distinct, before the unescape steps below collapse the
    //   literal onto the very `\*` a wildcard leaves behind.
    /(^|[^\\])((?:\\\\)*)\\\*$/,

    (match, p1, p2) =>
      p2 === EMPTY
        // A real wildcard: carry it to `_make` as the marker, so the unescape
        //   steps and the trailing-wildcard rewrite can never mistake it for a
        //   literal `\*` (nor the reverse).
        ? p1 + TRAILING_WILDCARD
        // A literal star: leave it exactly as it stands for the unescape steps.
        : match,
    '*'
  ],

  [
    // unescape, revert step 3 except for back slash
    // For example, if a user escape a '\\*',
    // after step 3, the result will be '\\\\\\*'
    /\\\\\\(?=[$.|*+(){^])/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // '\\\\' -> '\\'
    /\\\\/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // Every real bracket expression -- POSIX classes included -- has already
    //   been held aside by `extractBrackets`, so the only `[` left in the
    //   pattern is an escaped, literal one.

    // A backslash could only stand at the end of the range if it quoted the
    //   `]`, and `\]` is held aside long before this.
    /\\\[([^\]/]*?)($|\])/g,

    // '\\[bar]' -> '\\\\[bar]'
    (match, range, close) => `\\[${range}${close}`,
    '['
  ],

  // ending
  [
    // 'js' will not match 'js.'
    // 'ab' will not match 'abc'
    DIRECT,

    // WTF!
    // https://git-scm.com/docs/gitignore
    // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
    // which re-fixes #24, #38

    // > If there is a separator at the end of the pattern then the pattern
    // > will only match directories, otherwise the pattern can match both
    // > files and directories.

    // 'js*' will not match 'a.js'
    // 'js/' will not match 'a.js'
    // 'js' will match 'a.js' and 'a.js/'
    source => {
      const last = source[source.length - 1]

      // The pattern is empty, or ends in a pending marker `_make` owns --
      //   the trailing wildcard, or a trailing "/**". A trailing `*` that is
      //   not the marker is a literal star, which anchors like any other
      //   final character.
      if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
        return source
      }

      return last === SLASH
        // foo/ will not match 'foo'
        ? `${source}$`
        // foo matches 'foo' and 'foo/'
        : `${source}(?=$|\\/$)`
    }
  ]
]

const REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/
const MODE_IGNORE = 'regex'
const MODE_CHECK_IGNORE = 'checkRegex'
const UNDERSCORE = '_'

const replaceTrailingWildcard = (_, p1) => {
  const prefix = p1
    // '\^':
    // '/*' does not match EMPTY
    // '/*' does not match everything

    // '\\\/':
    // 'abc/*' does not match 'abc/'
    ? `${p1}[^/]+`

    // 'a*' matches 'a'
    // 'a*' matches 'aa'
    : '[^/]*'

  return `${prefix}(?=$|\\/$)`
}

const REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/

// 'abc/**' matches everything under 'abc', but not 'abc/' itself (#21):
//   requiring one arbitrary character (line terminators included, #176)
//   after 'abc/' is necessary and sufficient for `.test(path)`.
const replaceTrailingDoublestar = () => '[\\s\\S]'

// The fixed piece between the wildcard at `at` and the next wildcard of the
//   run: the tokens that separate them, joined as they appear in the source.
//   A run never holds two wildcards in a row, so there is always at least one
//   token.
const separatorAfter = (run, at) => {
  let separator = EMPTY

  for (let index = at + 1; index < run.length && !run[index].wildcard; index ++) {
    separator += run[index].single
  }

  return separator
}

// Where a run of non-slash wildcards is split by fixed pieces --
//   `[^/]*ab[^/]*cd...` -- the engine has many equivalent ways to lay the
//   input across the wildcards, and on input that does not match it works
//   through all of them, so the time grows with the number of wildcards
//   rather than the length of the path. Every wildcard but the last in such a
//   run can be pinned to stop where the piece after it begins, which leaves
//   one way to lay out the input and no rewinding, without changing which
//   paths match: the fixed pieces still bound the count, and the last
//   wildcard still absorbs the rest.
//
// A wildcard is pinned to the whole piece, never to the piece's first
//   character. The pin leaves no way back, so a wildcard that stopped at that
//   first character would hand over wherever the character happens to turn
//   up, including the places the rest of the piece cannot follow -- which is
//   how `f*o/*/*` came to miss `foo/b/c`, the first `o` of `foo` not being
//   the one the `o/` after it needs. Every token of a piece matches exactly
//   one character, so the first place the whole piece fits is the leftmost
//   place it can sit, and whatever is left over goes to the wildcards that
//   follow.
//
// The source is read one token at a time -- a wildcard, a single-character
//   piece (a literal, an escape, a class), or a parenthesised group or anchor
//   that ends the run -- so only a genuine wildcard is touched.
const pinWildcards = source => {
  if (source.indexOf(WILDCARD) < 0) {
    return source
  }

  const tokens = []
  const {length} = source
  let index = 0

  while (index < length) {
    const char = source[index]

    if (source.startsWith(WILDCARD, index)) {
      tokens.push({wildcard: true})
      index += WILDCARD.length
    } else if (char === '[') {
      let end = index + 1

      if (source[end] === '^') {
        end ++
      }

      if (source[end] === ']') {
        end ++
      }

      while (end < length && source[end] !== ']') {
        end += source[end] === ESCAPE
          ? 2
          : 1
      }

      end ++
      tokens.push({single: source.slice(index, end)})
      index = end
    } else if (char === ESCAPE) {
      tokens.push({single: source.slice(index, index + 2)})
      index += 2
    } else if (char === '(') {
      let depth = 0
      let end = index

      do {
        if (source[end] === ESCAPE) {
          end ++
        } else if (source[end] === '(') {
          depth ++
        } else if (source[end] === ')') {
          depth --
        }

        end ++
      } while (end < length && depth > 0)

      if ('*+?'.indexOf(source[end]) >= 0) {
        end ++
      }

      tokens.push({boundary: source.slice(index, end)})
      index = end
    } else if (char === '^' || char === '$') {
      tokens.push({boundary: char})
      index ++
    } else {
      tokens.push({single: char})
      index ++
    }
  }

  let out = EMPTY
  let run = []

  const flush = () => {
    let lastWildcard

    run.forEach((token, at) => {
      if (token.wildcard) {
        lastWildcard = at
      }
    })

    run.forEach((token, at) => {
      if (!token.wildcard) {
        out += token.single
        return
      }

      // Every wildcard but the last is pinned to the whole piece that
      //   follows it, for the reason set out above this function. The last
      //   one stays as it is and takes up the rest.
      out += at === lastWildcard
        ? WILDCARD
        : `(?:(?!${separatorAfter(run, at)})[^\\/])*`
    })

    run = []
  }

  tokens.forEach(token => {
    if (token.boundary === undefined) {
      run.push(token)
      return
    }

    flush()
    out += token.boundary
  })

  flush()

  return out
}

// @param {pattern}
const makeRegexPrefix = pattern => {
  // `/**` matches every path, as `**` does. The translation below only finds
  //   a globstar beside a slash it keeps, and the leading one is turned into
  //   an anchor, so `/**` would come out as `/*` and match one level only.
  //   Here rather than in `createRule`, so that `checkSourceOf`, which
  //   compiles `/**/` again without its trailing slash, gets it too.
  if (REGEX_ANCHORED_GLOBSTAR.test(pattern)) {
    pattern = '**'
  }

  const {source, sources} = extractBrackets(pattern)

  const replaced = REPLACERS.reduce(
    // A pass whose matcher finds nothing hands back the very string it was
    //   given, so asking first costs a search and saves a rewrite. Ten of the
    //   fifteen passes never fire for a typical .gitignore line, and between
    //   them they were 45% of this chain.
    (prev, [matcher, replacer, required]) => {
      if (matcher === DIRECT) {
        return replacer(prev, pattern)
      }

      if (required !== UNDEFINED && prev.indexOf(required) < 0) {
        return prev
      }

      // A pass whose matcher finds nothing hands back the very string it was
      //   given, so asking first costs a search and saves a rewrite.
      return matcher.test(prev)
        ? prev.replace(matcher, replacer.bind(pattern))
        : prev
    },
    source
  )

  // Most patterns hold no bracket expression at all, and then there is
  //   nothing to put back.
  return sources.length
    ? replaced.replace(
      REGEX_RESTORE_PLACEHOLDER,
      (match, index) => sources[index]
    )
    : replaced
}

// `checkRegex` tests a path with a trailing slash, 'abc/', the way
//   `git check-ignore` matches that literal string once the directory itself
//   is known not to be excluded (see `checkIgnore`): a trailing '/' of the
//   pattern is dropped, a basename pattern sees an empty basename, and only a
//   pattern whose last segment is a pending wildcard can match what is left
//   after the final slash -- 'abc/*' and 'abc/**' match 'abc/', and 'abc/**'
//   also matches 'abc/d/' (#77, #169).
const checkSourceOf = (body, prefix) => {
  if (body[body.length - 1] === SLASH) {
    prefix = makeRegexPrefix(body.slice(0, - 1))
  }

  const head = prefix.slice(0, - 1)
  const last = prefix[prefix.length - 1]

  return last === TRAILING_WILDCARD
    ? `${head}$`
    : last === TRAILING_DOUBLESTAR
      ? head
      : NEVER_MATCH
}

// A trailing slash does not stop a pattern being basename-only: it restricts
//   the match to a directory, it does not let the pattern reach across one.
//   Everything else a pattern can hold -- a wildcard, a character class, an
//   escape -- stays inside a single path segment too, so a pattern with no
//   separator in it can only ever describe the last one.
const matchesBasename = body => {
  const index = body.indexOf(SLASH)

  return index < 0 || index === body.length - 1
}

// The last segment of a path, keeping a trailing slash, because a pattern that
//   ends in one matches only a directory.
// 'a/b/c.js' -> 'c.js';  'a/b/' -> 'b/';  'c.js' -> 'c.js' (no copy made)
const basenameOf = path => {
  const end = path.length - 1

  const index = path.lastIndexOf(
    SLASH,
    path[end] === SLASH
      ? end - 1
      : end
  )

  return index < 0
    ? path
    : path.slice(index + 1)
}

// The parent directory of a path, with its trailing separator, or EMPTY when
//   the path has none.
// 'a/b/c' -> 'a/b/';  'a/b/' -> 'a/';  'a' -> EMPTY;  'a/' -> EMPTY
//
// A path holding an empty segment has to be taken apart, because its
//   ancestors are not prefixes of it: the parent of 'a//b' is 'a/', not
//   'a//', and the parent of '/a/' is nothing at all. Both shapes reach here
//   -- 'a//b' is accepted outright, and `checkIgnore` does not put the path
//   it is given through the relative-path check.
//
// Every other path is a prefix of itself, and cutting one costs a fraction of
//   splitting it into an array and joining that back at every level: 73ns
//   against 207ns.
const parentOf = path => {
  if (
    path.charCodeAt(0) === SLASH_CODE
    || path.indexOf(DOUBLE_SLASH) >= 0
  ) {
    const slices = path.split(SLASH).filter(Boolean)

    slices.pop()

    return slices.length
      ? slices.join(SLASH) + SLASH
      : EMPTY
  }

  const end = path.length - 1

  // Look back from before a trailing separator, since that one belongs to the
  //   path itself.
  //
  // A negative place to start would be a trap here: `lastIndexOf` clamps one
  //   to 0 and searches there rather than reporting no match, so '/' would
  //   come back as its own parent and the walk would never end. It cannot
  //   happen -- that is the only path short enough to produce one, and the
  //   test above has already sent it the other way.
  const cut = path.lastIndexOf(
    SLASH,
    path.charCodeAt(end) === SLASH_CODE
      ? end - 1
      : end
  )

  return cut < 0
    ? EMPTY
    : path.slice(0, cut + 1)
}

const isString = subject => typeof subject === 'string'

// Blank lines, comments and trailing lone backslashes are told by
//   `createRule`, once the pattern is normalized.
const checkPattern = pattern => pattern
  && isString(pattern)

// Git drops one CR before each LF, and one at the end of a final line that
//   has no LF after it.
const splitPattern = pattern => (
  pattern[pattern.length - 1] === '\r'
    ? pattern.slice(0, - 1)
    : pattern
)
.split(REGEX_SPLITALL_CRLF)
.filter(Boolean)

class IgnoreRule {
  constructor (
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    prefix
  ) {
    this.pattern = pattern
    this.mark = mark
    this.negative = negative

    define(this, 'body', body)
    define(this, 'ignoreCase', ignoreCase)
    define(this, 'regexPrefix', prefix)
  }

  // Worked out on first use and kept behind an own property, the way `regex`
  //   caches itself in `_regex`. Deciding it in the constructor instead would
  //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
  //   every compile -- including the compiles of rules that are never matched
  //   against anything.
  get _basenameOnly () {
    return define(this, '_basenameOnly', matchesBasename(this.body))
  }

  get regex () {
    const key = UNDERSCORE + MODE_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_IGNORE, key)
  }

  get checkRegex () {
    const key = UNDERSCORE + MODE_CHECK_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_CHECK_IGNORE, key)
  }

  _make (mode, key) {
    const str = pinWildcards(
      mode === MODE_IGNORE
        ? this.regexPrefix
        .replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard)
        .replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar)
        : checkSourceOf(this.body, this.regexPrefix)
    )

    const regex = this.ignoreCase
      ? new RegExp(str, 'i')
      : new RegExp(str)

    return define(this, key, regex)
  }
}

const hasTrailingBackslash = str => {
  let count = 0

  while (str[str.length - count - 1] === ESCAPE) {
    count ++
  }

  return count % 2 === 1
}

// Read a line the way git does: when `stripLineEnd` is set (an unsplit array
//   or object pattern), drop any trailing blank lines along with the LF
//   before each and at most one CR at the end of the line; then trim trailing
//   spaces in the same backward pass. Git trims spaces only, and a space
//   escaped by an odd run of backslashes stays, unescaped, as the last one.
// Scanned from the end: a regular expression can only try each start in
//   turn, which is quadratic over a long run of spaces or backslashes.
// 'a  ' -> 'a';  'a\ ' -> 'a ';  'a\\ ' -> 'a\\';  'a\t' -> 'a\t'
// 'a\r\n' -> 'a';  'a\r\r' -> 'a\r';  'a\n\r' -> 'a'
const trimEnd = (body, stripLineEnd) => {
  let lineEnd = body.length
  let end

  for (;;) {
    if (stripLineEnd && body[lineEnd - 1] === '\r') {
      lineEnd --
    }

    end = lineEnd

    while (body[end - 1] === SPACE) {
      end --
    }

    if (!stripLineEnd || body[end - 1] !== '\n') {
      break
    }

    lineEnd = end - 1
  }

  if (end === lineEnd) {
    return body.slice(0, lineEnd)
  }

  let backslashes = 0

  while (body[end - backslashes - 1] === ESCAPE) {
    backslashes ++
  }

  return backslashes % 2
    ? body.slice(0, end - 1) + SPACE
    : body.slice(0, end)
}

const createRule = (
  pattern,
  mark,
  ignoreCase,
  stripLineEnd,
  stripBOM
) => {
  // Git drops a BOM before it reads the first line, so before anything else.
  let body = stripBOM && pattern[0] === BOM
    ? pattern.slice(1)
    : pattern

  // > A line starting with # serves as a comment.
  if (body[0] === '#') {
    return
  }

  let negative = false

  // > An optional prefix "!" which negates the pattern;
  if (body[0] === '!') {
    negative = true
    body = body.slice(1)
  }

  // Normalize the body before checking which slashes anchor the pattern.
  //   Otherwise `bar/ ` is mistaken for a pattern containing an inner slash.
  //   A line from `splitPattern` has already lost its line ending, so only a
  //   trailing space remains to trim there.
  const last = body[body.length - 1]

  if (
    last === SPACE
    || stripLineEnd && (last === '\r' || last === '\n')
  ) {
    body = trimEnd(body, stripLineEnd)
  }

  // > A blank line matches no files, so it can serve as a separator for
  // >   readability.
  // Nor does a lone "!", a pattern ending on an unpaired backslash, or
  //   anything else left empty here: an empty pattern would compile to a
  //   regex matching every path.
  if (!body || hasTrailingBackslash(body)) {
    return
  }

  body = body
  // > Put a backslash ("\") in front of the first "!" for patterns that
  // >   begin with a literal "!", for example, `"\!important!.txt"`.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, '!')
  // > Put a backslash ("\") in front of the first hash for patterns that
  // >   begin with a hash.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, '#')

  const regexPrefix = makeRegexPrefix(body)

  return new IgnoreRule(
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    regexPrefix
  )
}

class RuleManager {
  constructor (ignoreCase) {
    this._ignoreCase = ignoreCase
    this._rules = []

    // How many of the rules git would tag `EXC_FLAG_NODIR`.
    //
    // The scan uses it to decide, once for the whole set, whether handing
    //   those rules the basename is worth what it costs the others. The
    //   shortcut saves a full-path scan on every rule it applies to and costs
    //   a check on every rule it does not, so a set where almost nothing is
    //   basename-only comes out behind -- a 955 pattern set with 44 of them
    //   measured 19% slower with the shortcut always on.
    //
    // Deciding this by measurement rather than by meaning is safe: a
    //   basename-only pattern gives the very same answer against the whole
    //   path, it just takes longer to say so. The choice can only change how
    //   fast the scan runs, never what it returns.
    this._basenameCount = 0
  }

  _add (pattern, index) {
    // #32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules._rules)
      this._basenameCount += pattern._rules._basenameCount
      this._added = true
      return
    }

    const isStr = isString(pattern)
    const raw = isStr
      ? pattern
      : pattern.pattern

    const rule = checkPattern(raw)
      && createRule(
        raw,
        isStr ? UNDEFINED : pattern.mark,
        this._ignoreCase,
        !this._split,
        this._stripBOM && !index
      )

    if (rule) {
      this._added = true
      this._rules.push(rule)

      // Deliberately not `rule._basenameOnly`: reading that would materialise
      //   the rule's own copy, and the whole point of leaving it lazy is that
      //   a rule which is compiled and never matched never pays for it.
      if (matchesBasename(rule.body)) {
        this._basenameCount ++
      }
    }
  }

  // @param {Array<string> | string | Ignore} pattern
  add (pattern) {
    this._added = false
    this._split = isString(pattern)
    this._stripBOM = !this._split || pattern[0] === BOM

    makeArray(
      this._split
        ? splitPattern(pattern)
        : pattern
    ).forEach(this._add, this)

    if (this._added) {
      this._literalRules = UNDEFINED
    }

    return this._added
  }

  // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
  //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
  //   are left out once, rather than tested or compiled for every path.
  testLiteral (path) {
    const rules = this._literalRules || (
      this._literalRules = this._rules.filter(
        ({body}) => body[body.length - (
          body[body.length - 1] === SLASH ? 2 : 1
        )] === '*'
      )
    )

    let ignored = false
    let unignored = false
    let matchedRule

    for (let index = rules.length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule.checkRegex.test(path)) {
        ignored = !rule.negative
        unignored = rule.negative
        matchedRule = rule.negative
          ? UNDEFINED
          : rule
        break
      }
    }

    const ret = {
      ignored,
      unignored
    }

    if (matchedRule) {
      ret.rule = matchedRule
    }

    return ret
  }

  // Test one single path without recursively checking parent directories
  //
  // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`

  // @returns {TestResult}
  test (path, mode) {
    // Most of a .gitignore is patterns with no slash in them, and running
    //   those against the whole path makes the regular expression engine walk
    //   every directory name on the way to the only segment that could match.
    //   Handing them the basename instead is what git does, and it is where
    //   the time in a directory walk goes: the rule scan was two thirds of it.
    const rules = this._rules
    const {length} = rules

    const shortcut = this._basenameCount * 2 >= length

    const basename = shortcut
      ? basenameOf(path)
      : path

    // The last rule to match decides, as in git, and it is the rule
    //   `git check-ignore -v` reports, so the scan runs from the end and stops
    //   at the first match.
    // A plain loop rather than `forEach`, so that `path`, `basename` and
    //   `shortcut` are locals. As a callback they became closure variables,
    //   and reaching for one of those once per rule cost 10% of a scan over a
    //   large rule set -- more than the shortcut they were there to serve.
    for (let index = length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule[mode].test(
        shortcut && rule._basenameOnly
          ? basename
          : path
      )) {
        const {negative} = rule

        const ret = {
          ignored: !negative,
          unignored: negative
        }

        if (!negative) {
          ret.rule = rule
        }

        return ret
      }
    }

    return {
      ignored: false,
      unignored: false
    }
  }
}

const throwError = (message, Ctor) => {
  throw new Ctor(message)
}

const checkPath = (path, originalPath, doThrow) => {
  if (!isString(path)) {
    return doThrow(
      `path must be a string, but got \`${originalPath}\``,
      TypeError
    )
  }

  // We don't know if we should ignore EMPTY, so throw
  if (!path) {
    return doThrow(`path must not be empty`, TypeError)
  }

  // Check if it is a relative path
  if (checkPath.isNotRelative(path)) {
    const r = '`path.relative()`d'
    return doThrow(
      `path should be a ${r} string, but got "${originalPath}"`,
      RangeError
    )
  }

  return true
}

// > pathname should be a `path.relative()`d one
//
// The same thing `REGEX_TEST_INVALID_PATH` says, spelled out: a path is not
//   relative if it begins with a separator, or with `./` or `../`, or is
//   nothing but `.` or `..`. Every match is decided by the first three
//   characters, and this runs on every path handed to the library -- where it
//   was 55% of a cached lookup, more than the cache lookup itself.
const isNotRelative = path => {
  const first = path.charCodeAt(0)

  if (first === SLASH_CODE) {
    return true
  }

  if (first !== DOT_CODE) {
    return false
  }

  // '.'
  if (path.length === 1) {
    return true
  }

  const second = path.charCodeAt(1)

  // './'
  if (second === SLASH_CODE) {
    return true
  }

  if (second !== DOT_CODE) {
    return false
  }

  // '..' or '../'
  return path.length === 2 || path.charCodeAt(2) === SLASH_CODE
}

checkPath.isNotRelative = isNotRelative

// On windows, the following function will be replaced
/* istanbul ignore next */
checkPath.convert = p => p


const convertPath = target =>
  isString(target) && checkPath.convert(target)


class Ignore {
  constructor ({
    ignorecase = true,
    ignoreCase = ignorecase,
    allowRelativePaths = false
  } = {}) {
    define(this, KEY_IGNORE, true)

    this._rules = new RuleManager(ignoreCase)
    this._strictPathCheck = !allowRelativePaths
    this._initCache()
  }

  _initCache () {
    // A cache for the result of `.ignores()`
    this._ignoreCache = Object.create(null)

    // A cache for the result of `.test()`
    this._testCache = Object.create(null)
  }

  add (pattern) {
    if (this._rules.add(pattern)) {
      // Some rules have just added to the ignore,
      //   making the behavior changed,
      //   so we need to re-initialize the result cache
      this._initCache()
    }

    return this
  }

  // legacy
  addPattern (pattern) {
    return this.add(pattern)
  }

  // @returns {TestResult}
  _test (originalPath, cache, path) {
    checkPath(
      path,
      originalPath,
      this._strictPathCheck
        ? throwError
        : RETURN_FALSE
    )

    return path
      ? this._t(path, cache)
      : {
        ignored: false,
        unignored: false
      }
  }

  checkIgnore (target) {
    // A Windows path is converted first, so that a directory given with a
    //   trailing separator, `\` or `/`, is told the same way
    const path = convertPath(target)

    // If the path does not end with a slash, `.ignores()` is much equivalent
    //   to `git check-ignore`
    if (!path || path.charCodeAt(path.length - 1) !== SLASH_CODE) {
      return this._test(target, this._testCache, path)
    }

    // Like `git check-ignore`: a directory excluded by itself or by an
    //   ancestor settles it, and only then is the literal 'abc/' matched
    //   against the rules (see `checkSourceOf`).
    const dir = this._t(path, this._testCache)

    if (dir.ignored) {
      return dir
    }

    const literal = this._rules.testLiteral(path)

    return literal.ignored || literal.unignored
      ? literal
      : dir
  }

  _t (
    // The path to be tested
    path,

    // The cache for the result of a certain checking
    cache
  ) {
    if (path in cache) {
      return cache[path]
    }

    const parentPath = parentOf(path)

    // If the path contains a parent directory, check the parent first
    const parent = parentPath
      ? this._t(parentPath, cache)
      : UNDEFINED

    return cache[path] = parent && parent.ignored
      // > It is not possible to re-include a file if a parent directory of
      // >   that file is excluded.
      ? parent
      : this._rules.test(path, MODE_IGNORE)
  }

  ignores (path) {
    return this._test(path, this._ignoreCache, convertPath(path)).ignored
  }

  createFilter () {
    return path => !this.ignores(path)
  }

  filter (paths) {
    return makeArray(paths).filter(this.createFilter())
  }

  // @returns {TestResult}
  test (path) {
    return this._test(path, this._testCache, convertPath(path))
  }
}

const factory = options => new Ignore(options)

const isPathValid = path =>
  checkPath(convertPath(path), path, RETURN_FALSE)

/* istanbul ignore next */
const setupWindows = () => {
  /* eslint no-control-regex: "off" */
  const makePosix = str => /^\\\\\?\\/.test(str)
  || /["<>|\u0000-\u001F]+/u.test(str)
    ? str
    : str.replace(/\\/g, '/')

  checkPath.convert = makePosix

  // 'C:\\foo'     <- 'C:\\foo' has been converted to 'C:/'
  // 'd:\\foo'
  const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i
  checkPath.isNotRelative = path =>
    REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path)
    || isNotRelative(path)
}


// Windows
// --------------------------------------------------------------
/* istanbul ignore next */
if (
  // Detect `process` so that it can run in browsers.
  typeof process !== 'undefined'
  && process.platform === 'win32'
) {
  setupWindows()
}

// COMMONJS_EXPORTS ////////////////////////////////////////////////////////////

module.exports = factory

// Although it is an anti-pattern,
//   it is still widely misused by a lot of libraries in github
// Ref: https://github.com/search?q=ignore.default%28%29&type=code
factory.default = factory

module.exports.isPathValid = isPathValid

// For testing purposes
define(module.exports, Symbol.for('setupWindows'), setupWindows)


/***/ }),

/***/ 57336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 90290:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("async_hooks");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 85675:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 37830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 23785:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("readline");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 28167:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("worker_threads");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 46841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ writeChecksums),
/* harmony export */   y: () => (/* binding */ collectBinaries)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _files_output_dir_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(62473);
/* harmony import */ var _results_checksums_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(84981);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(84210);





/**
 * Copies what a build stage produced to `bin/`, also after a failure: what was built is kept. An image may still be made of the original. Regular files only. Paths in the answer are relative to
 * `relativeTo` (absolute), slashes.
 */
async function collectBinaries(stage, outcome, output) {
    const artifacts = [];
    for (const binary of stage.binaries) {
        const built = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(outcome.resultDir, binary.out);
        if (!(await (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isRegularFile */ .Ze)(built)))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(output.bin, binary.file);
        await (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .keepFile */ .aF)(built, path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, 0o755);
        const { sha256, size } = await (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .digestFile */ .TM)(path);
        artifacts.push({
            name: binary.file,
            ...binary.platform,
            module: stage.module ?? ".",
            package: binary.package,
            path: output.relative(path),
            sha256,
            size,
        });
    }
    return artifacts;
}
/** `bin/checksums.txt`, so that `sha256sum -c checksums.txt` works in `bin/`. */
async function writeChecksums(artifacts, output) {
    if (artifacts.length === 0)
        return;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(output.bin, _results_checksums_js__WEBPACK_IMPORTED_MODULE_4__/* .checksumsFile */ .$);
    await (0,_files_output_dir_js__WEBPACK_IMPORTED_MODULE_2__/* .makeParent */ .j)(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, (0,_results_checksums_js__WEBPACK_IMPORTED_MODULE_4__/* .checksumLines */ .z)(artifacts));
}


/***/ }),

/***/ 19975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ profileName)
/* harmony export */ });
/** Name of the coverage profile in the result directory of the step that runs tests. */
const profileName = "coverage.out";


/***/ }),

/***/ 84210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ digestFile),
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   aF: () => (/* binding */ keepFile),
/* harmony export */   aS: () => (/* binding */ moveRedacted),
/* harmony export */   mV: () => (/* binding */ moveFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(46466);
/* harmony import */ var _files_move_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(12823);
/* harmony import */ var _files_output_dir_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(62473);






/** Moves a regular file, also to another file system; anything else (a planted link, a device) is refused with an Error. */
async function moveFile(from, to) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(from);
    if (!stat.isFile())
        throw new Error(`${from} is not a regular file`);
    await (0,_files_output_dir_js__WEBPACK_IMPORTED_MODULE_5__/* .makeParent */ .j)(to);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(to, { force: true });
    await (0,_files_move_js__WEBPACK_IMPORTED_MODULE_4__/* .move */ .Cy)(from, to);
}
/** The same for a file that may hold secrets, which do not come along. */
async function moveRedacted(from, to, redactor) {
    if (redactor.idle())
        return moveFile(from, to);
    if (!(await isRegularFile(from)))
        throw new Error(`${from} is not a regular file`);
    await (0,_files_output_dir_js__WEBPACK_IMPORTED_MODULE_5__/* .makeParent */ .j)(to);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(from), redactor.redactBytes, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(to, { flags: "wx" }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(from);
}
/** Copies a regular file; file systems that can share the blocks do. */
async function keepFile(from, to) {
    await (0,_files_output_dir_js__WEBPACK_IMPORTED_MODULE_5__/* .makeParent */ .j)(to);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(to, { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, to, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.COPYFILE_FICLONE);
}
/** True for an existing regular file that is not a link. */
async function isRegularFile(path) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null);
    return stat?.isFile() ?? false;
}
/** SHA-256 in lower-case hexadecimal, and the size in bytes. */
async function digestFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    let size = 0;
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1 << 20 }), async (chunks) => {
        for await (const chunk of chunks) {
            hash.update(chunk);
            size += chunk.length;
        }
    });
    return { sha256: hash.digest("hex"), size };
}


/***/ }),

/***/ 86687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ askPrograms)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(96254);




const limitMs = 10_000;
/** Asks programs of this machine what they are, for at most ten seconds each. Nothing of them is left when the run is cancelled. */
function askPrograms({ env, signal }) {
    const set = Object.entries(env).filter((entry) => entry[1] !== undefined);
    const given = Object.fromEntries(set);
    return async (file, args) => {
        const dir = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "go-pipeline-"));
        try {
            const files = { stdout: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "stdout"), stderr: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "stderr") };
            const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_3__/* .runProcess */ .R3)({ file, args, cwd: dir, env: given, ...files, signal, timeoutMs: limitMs });
            const [stdout, stderr] = await Promise.all([readText(files.stdout), readText(files.stderr)]);
            return { installed: result.end !== "not-started", stdout, stderr, problem: problemOf(result, stderr) };
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(dir, { recursive: true, force: true, maxRetries: 3 });
        }
    };
}
function readText(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8");
}
function problemOf({ end, exitCode, signal, error }, stderr) {
    if (end === "exited" && exitCode === 0)
        return "";
    if (end === "timed-out")
        return `no answer within ${limitMs / 1_000} s`;
    if (error !== null)
        return error;
    const said = stderr.trim().split("\n").at(-1)?.trim() ?? "";
    return said || `it ended with ${signal ?? `exit code ${exitCode}`}`;
}


/***/ }),

/***/ 51884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   B$: () => (/* binding */ unlisted),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   WO: () => (/* binding */ ageMs),
/* harmony export */   c7: () => (/* binding */ clockToleranceMs)
/* harmony export */ });
/** The sum of the sizes of files. */
function bytesOf(files) {
    return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
/** What no listing holds. */
const unlisted = ["build/fuzz", "mod/cache/vcs"];
/** The entry of the build cache that a file belongs to: itself, but for an output that is an executable, which is a directory with one file. null for other files. */
function entryOf(name) {
    return /^build\/[0-9a-f]{2}\/[^/]+-[ad](?=\/|$)/.exec(name)?.[0] ?? null;
}
/** Restored entries are made at least this old: Go sets the time of one that it uses when that is older than an hour (cmd/go/internal/cache: mtimeInterval). */
const ageMs = 2 * 60 * 60_000;
/** File systems stamp with the time of the last tick; what was there before is hours old. */
const clockToleranceMs = 2_000;


/***/ }),

/***/ 96642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ moduleEnvironment),
/* harmony export */   m: () => (/* binding */ hostEnvironment)
/* harmony export */ });
/* harmony import */ var _text_variables_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(83711);

/** Variables of the runner and of ourselves that processes of the repository never see, on both engines. */
const privateName = /^(GITHUB|ACTIONS|RUNNER|DAGGER|INPUT|_EXPERIMENTAL_DAGGER)_/i;
/**
 * The environment of host processes: everything passes unchanged but the private names, plus `CI=true`. Windows spells names in any case, so the
 * later of two spellings wins there.
 */
function hostEnvironment(env, added, windows) {
    const passed = Object.entries(env).filter(([name]) => !isPrivateName(name));
    return (0,_text_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .withVariables */ .s)(Object.fromEntries(passed), { CI: "true", ...added }, windows);
}
/** True for the names that stay with the runner. */
function isPrivateName(name) {
    return privateName.test(name);
}
/** GOPROXY and GOPRIVATE as the inputs ask; empty when they do not. */
function moduleEnvironment(inputs) {
    const env = {};
    if (inputs.goproxy !== null)
        env["GOPROXY"] = inputs.goproxy;
    if (inputs.goprivate.length > 0)
        env["GOPRIVATE"] = inputs.goprivate.join(",");
    return env;
}


/***/ }),

/***/ 52787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ installedQuestion),
/* harmony export */   V: () => (/* binding */ goOnPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(71877);
/* harmony import */ var _go_go_words_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(49697);
/* harmony import */ var _go_named_setting_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(20651);
/* harmony import */ var _project_inspect_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(58325);
/* harmony import */ var _text_variables_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(83711);
/* harmony import */ var _ask_program_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(86687);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(96642);









/** What is asked of an installed toolchain: not all that it knows, for which it would look for a C compiler. */
const installedQuestion = (0,_project_inspect_js__WEBPACK_IMPORTED_MODULE_4__/* .localEnv */ .dJ)([
    ...["GOVERSION", "GOOS", "GOARCH", "GOFLAGS", "GOCACHE", "GOMODCACHE", "GOCACHEPROG", "GOENV", "GOROOT", "GOPROXY"],
]);
/** Asks the Go on PATH what it is. `ask` runs programs without switching toolchains. */
async function goOnPath(request, ask = asking(request)) {
    const { installed, stdout, stderr, problem } = await ask("go", installedQuestion.args);
    if (!installed)
        return { state: "none", why: "no Go on PATH" };
    const found = (0,_project_inspect_js__WEBPACK_IMPORTED_MODULE_4__/* .parseGoEnv */ .LB)({ exitCode: problem === "" ? 0 : 1, stdout, stderr });
    if (found === null) {
        if ((0,_go_named_setting_js__WEBPACK_IMPORTED_MODULE_3__/* .namedSetting */ .y1)(stderr) !== null)
            return { state: "refuses" };
        const why = `the Go on PATH cannot be used: ${(0,_go_go_words_js__WEBPACK_IMPORTED_MODULE_6__/* .goSentence */ .Mq)(stderr) || problem || "no answer"}`;
        return { state: "none", why };
    }
    const gotoolchain = await gotoolchainOf(request.env, found);
    return { state: "there", version: found.GOVERSION, gotoolchain, goEnv: found };
}
/** Where Go looks, in this order: the environment, `go env -w`, what came with it (https://go.dev/doc/toolchain#config). Asked, it would switch already. */
async function gotoolchainOf(env, goEnv) {
    const given = (0,_text_variables_js__WEBPACK_IMPORTED_MODULE_7__/* .variable */ .b)(env, "GOTOOLCHAIN", process.platform === "win32") ?? "";
    if (given !== "")
        return given;
    for (const file of [goEnv["GOENV"] ?? "", (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(goEnv["GOROOT"] ?? "", "go.env")]) {
        const text = file === "" || file === "off" ? null : await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8"));
        const line = /^GOTOOLCHAIN=(.+)$/m.exec(text ?? "");
        if (line?.[1] !== undefined)
            return line[1].trim();
    }
    return "";
}
function asking({ env, signal }) {
    return (0,_ask_program_js__WEBPACK_IMPORTED_MODULE_5__/* .askPrograms */ .b)({ env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .hostEnvironment */ .m)(env, installedQuestion.env, process.platform === "win32"), signal });
}


/***/ }),

/***/ 31808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isHosted)
/* harmony export */ });
/** A runner that GitHub hosts: the machine was made for this job and is thrown away after it. */
function isHosted(env) {
    return env["RUNNER_ENVIRONMENT"] === "github-hosted";
}


/***/ }),

/***/ 6512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (/* binding */ engines)
});

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/adapter.js
/** Steps run in containers of a Dagger engine. */
const dagger = {
    name: "dagger",
    about: "(containers)",
    sandbox: true,
    toHave: "start Docker, or let runner-host name an engine",
    goRemedy: "Set go-image to an image that has it.",
    keepsNoTests: () => "the times of files in its containers are not those of their content",
    usable: async (request) => (await __nccwpck_require__.e(/* import() */ 98).then(__nccwpck_require__.bind(__nccwpck_require__, 60098))).daggerUsable(request),
    open: async (request) => (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(697), __nccwpck_require__.e(266), __nccwpck_require__.e(173)]).then(__nccwpck_require__.bind(__nccwpck_require__, 93173))).openDagger(request),
};

;// CONCATENATED MODULE: ./build/stage/src/engine/host/adapter.js
/** Steps run on this machine, as this user. */
const host = {
    name: "host",
    about: "(the Go toolchain and Docker of this machine; no sandbox)",
    sandbox: false,
    toHave: "install Go (in a workflow: actions/setup-go before this action)",
    goRemedy: "Let the Go on PATH fetch it (GOPROXY names the proxy), install it (in a workflow: actions/setup-go before this action), or use `engine: dagger`, which brings its own Go.",
    keepsNoTests: (hosted) => hosted ? null : "times of files are set only on a runner that GitHub hosts, which is gone after the job",
    usable: async (request) => (await __nccwpck_require__.e(/* import() */ 544).then(__nccwpck_require__.bind(__nccwpck_require__, 14544))).hostUsable(request),
    open: async (request) => (await Promise.all(/* import() */[__nccwpck_require__.e(52), __nccwpck_require__.e(260)]).then(__nccwpck_require__.bind(__nccwpck_require__, 75260))).openHost(request),
};

;// CONCATENATED MODULE: ./build/stage/src/engine/index.js


/** All engines, in the order in which `auto` takes them where it can have several in the same way. Adapters load what they are about when they are asked. */
const engines = [dagger, host];


/***/ }),

/***/ 21149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ removeWithUs),
/* harmony export */   Ut: () => (/* binding */ createOrphanGuard),
/* harmony export */   W3: () => (/* binding */ startGuardShell)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(77030);



/** Remembers groups by what it reads; the end of its standard input is how it learns that we are gone. */
const script = `groups=" "
while read -r what pid; do
  if [ "$what" = watch ]; then groups="$groups$pid "; else groups="\${groups%% $pid *} \${groups#* $pid }"; fi
done
for pid in $groups; do kill -9 "-$pid"; done`;
/**
 * Starts with the first group, so that no signal for us ends it. Windows needs none: there, children of Node die with it.
 */
function createOrphanGuard(platform = process.platform) {
    let shell = null;
    const tell = (what, pid) => {
        if (platform === "win32")
            return;
        shell ??= startGuardShell(script);
        shell.stdin?.write(`${what} ${pid}\n`);
    };
    return { watch: (pid) => tell("watch", pid), forget: (pid) => tell("forget", pid) };
}
const removing = 'while read -r line; do :; done; rm -rf -- "$1"';
/**
 * Sees to it that a directory of ours is gone when we are, whatever way we went. Answers how to remove it before. On Windows
 * nothing runs after a process that was killed.
 */
function removeWithUs(directory, platform = process.platform) {
    const shell = platform === "win32" ? null : startGuardShell(removing, "remove", directory);
    return () => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(directory, { recursive: true, force: true });
        shell?.stdin?.end();
    };
}
/**
 * A shell that outlives us, in a session of its own, and learns from the end of its standard input that we are gone. Without one, or when someone has
 * killed it, what it should watch goes on unguarded.
 */
function startGuardShell(script, ...args) {
    const shell = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)("/bin/sh", ["-c", script, ...args], {
        cwd: "/",
        env: { PATH: "/usr/bin:/bin" },
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
    });
    shell.on("error", () => shell.stdin?.destroy());
    shell.stdin?.on("error", () => shell.stdin?.destroy());
    shell.unref();
    if (shell.stdin instanceof node_net__WEBPACK_IMPORTED_MODULE_2__.Socket)
        shell.stdin.unref();
    return shell;
}


/***/ }),

/***/ 96254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R3: () => (/* binding */ runProcess),
/* harmony export */   i0: () => (/* binding */ killGroup),
/* harmony export */   nR: () => (/* binding */ openNew)
/* harmony export */ });
/* unused harmony exports reachOf, taskkillArgs */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(78474);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(71877);
/* harmony import */ var _orphan_guard_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(21149);






/** GitHub sends SIGINT, 7.5 s later SIGTERM, 2.5 s later it kills: children get less than that to end by themselves. */
const graceMs = 2_500;
/**
 * Runs one program in a process group of its own and waits for it. A time limit or an abort ends the whole group: first politely, then
 * with SIGKILL. Whatever is left of the group after the program's end is killed too. Never throws for what the program does.
 */
async function runProcess(request) {
    const stdout = openNew(request.stdout);
    try {
        const stderr = request.stderr === request.stdout ? stdout : openNew(request.stderr);
        try {
            return await supervise(request, stdout, stderr);
        }
        finally {
            if (stderr !== stdout)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(stderr);
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(stdout);
    }
}
/**
 * A new file in the place of whatever is there: a link that a test has planted is removed, not followed. Synchronous, because the program that is to write
 * to it should start before anything else gets its turn. The caller closes it.
 */
function openNew(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.rmSync)(path, { recursive: true, force: true });
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.openSync)(path, "wx");
}
async function supervise(request, stdout, stderr) {
    if (request.signal?.aborted)
        return notRun("cancelled", null);
    const startedAt = performance.now();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(request.file, request.args, {
        cwd: request.cwd,
        // As a shell's `cd` and Go's os/exec do: where a link leads to the directory, Go goes by this name of it (os.Getwd).
        env: { ...request.env, ...(process.platform === "win32" ? {} : { PWD: request.cwd }) },
        detached: process.platform !== "win32",
        windowsHide: true,
        stdio: [request.input === undefined ? "ignore" : "pipe", stdout, stderr],
    });
    const ended = untilClosed(child);
    const release = endWithUs(child);
    const limits = enforceLimits(child, request);
    feed(child, request.input);
    try {
        const { exitCode, signal } = await ended;
        const durationMs = Math.round(performance.now() - startedAt);
        return { end: limits.reason() ?? "exited", exitCode, signal, durationMs, error: null };
    }
    catch (error) {
        return notRun("not-started", startError(request.file, error));
    }
    finally {
        limits.clear();
        await killTree(child, "SIGKILL");
        release();
    }
}
function notRun(end, error) {
    return { end, exitCode: null, signal: null, durationMs: 0, error };
}
const running = new Set();
const guard = (0,_orphan_guard_js__WEBPACK_IMPORTED_MODULE_5__/* .createOrphanGuard */ .Ut)();
/** When our process ends before a program has (a third Ctrl-C, SIGKILL), its whole group is killed. Answers how to take that back. */
function endWithUs(child) {
    if (running.size === 0)
        process.on("exit", killRunning);
    running.add(child);
    if (child.pid !== undefined)
        guard.watch(child.pid);
    return () => {
        running.delete(child);
        if (child.pid !== undefined)
            guard.forget(child.pid);
        if (running.size === 0)
            process.off("exit", killRunning);
    };
}
/** Nothing asynchronous happens any more while a process exits. On Windows children of Node end with it. */
function killRunning() {
    if (process.platform === "win32")
        return;
    for (const { pid } of running)
        if (pid !== undefined)
            killGroup(pid, "SIGKILL");
}
/** Resolves at the program's end, rejects when it could not be started. */
async function untilClosed(child) {
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, "close");
    return { exitCode: child.exitCode, signal: child.signalCode };
}
/** Programs may end without reading their input: a broken pipe is their choice, not a fault. */
function feed(child, input) {
    if (input === undefined)
        return;
    child.stdin?.on("error", () => child.stdin?.destroy());
    child.stdin?.end(input);
}
function enforceLimits(child, request) {
    let reason = null;
    const stop = (why, first) => {
        if (reason !== null)
            return;
        reason = why;
        void endGroup(child, first);
    };
    const onAbort = () => stop("cancelled", "SIGTERM");
    request.signal?.addEventListener("abort", onAbort, { once: true });
    const onTime = () => stop("timed-out", request.timeoutSignal ?? "SIGTERM");
    const timer = request.timeoutMs === undefined ? undefined : setTimeout(onTime, request.timeoutMs);
    const clear = () => {
        clearTimeout(timer);
        request.signal?.removeEventListener("abort", onAbort);
    };
    return { reason: () => reason, clear };
}
function startError(file, cause) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .xU)(cause);
    if (code === "ENOENT")
        return `${file}: command not found`;
    if (code === "EACCES")
        return `${file}: not executable`;
    return `${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`;
}
async function endGroup(child, first) {
    const signals = first === "SIGTERM" ? ["SIGTERM", "SIGKILL"] : [first, "SIGTERM", "SIGKILL"];
    for (const signal of signals) {
        if (child.exitCode !== null || child.signalCode !== null)
            return;
        await killTree(child, signal);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(graceMs / (signals.length - 1), undefined, { ref: false });
    }
}
/** What is left of a program can be found by its number: as a group, as a tree of parents and children, or not at all. */
function reachOf(child, platform) {
    if (child.pid === undefined)
        return "nothing";
    if (platform !== "win32")
        return "group";
    // Windows gives the number of a process that has ended to the next one, and knows no children of one that is gone.
    return child.exitCode === null && child.signalCode === null ? "tree" : "nothing";
}
/** Signals every process of the group that the child leads; on Windows, which has no groups, `taskkill /T` walks the tree. */
async function killTree(child, signal) {
    const reach = reachOf(child, process.platform);
    if (child.pid === undefined || reach === "nothing")
        return;
    if (reach === "group")
        return killGroup(child.pid, signal);
    const taskkill = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)("taskkill", taskkillArgs(child.pid), { stdio: "ignore", windowsHide: true });
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(taskkill, "close");
}
/** Signals the process group that `pid` leads, if it is still there. Not on Windows, which has no groups. */
function killGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch (error) {
        // EPERM: all that is left of the group belongs to somebody else, or (on macOS) has ended and was not waited for.
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, "ESRCH", "EPERM"))
            throw error;
    }
}
/** Arguments that end a process and all it started; Windows knows no polite variant for console programs. */
function taskkillArgs(pid) {
    return ["/PID", String(pid), "/T", "/F"];
}


/***/ }),

/***/ 77758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isReleaseRun),
/* harmony export */   M: () => (/* binding */ isRelease)
/* harmony export */ });
/** What a run for a tag or a release makes goes to users: it takes nothing that another run has made. */
function isRelease({ eventName, ref }) {
    return eventName === "release" || (ref?.startsWith("refs/tags/") ?? false);
}
/** Where other CIs name the tag of a run: GitLab, Bitbucket, CircleCI, and Travis and those that follow it. */
const tagVariables = ["CI_COMMIT_TAG", "BITBUCKET_TAG", "CIRCLE_TAG", "TRAVIS_TAG"];
/** The same, by the variables that a CI sets; false where no CI says anything, as on a laptop. */
function isReleaseRun(env) {
    if (env["GITHUB_REF_TYPE"] === "tag" || tagVariables.some((name) => (env[name] ?? "") !== ""))
        return true;
    // Azure Pipelines has the reference in BUILD_SOURCEBRANCH.
    const refs = [env["GITHUB_REF"], env["BUILD_SOURCEBRANCH"]];
    return refs.some((ref) => isRelease({ eventName: env["GITHUB_EVENT_NAME"] ?? null, ref: ref ?? null }));
}


/***/ }),

/***/ 71877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   eG: () => (/* binding */ EnvironmentError),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   f7: () => (/* binding */ environmentErrorOf),
/* harmony export */   qi: () => (/* binding */ firstSentence),
/* harmony export */   up: () => (/* binding */ hasCode),
/* harmony export */   xU: () => (/* binding */ systemCode),
/* harmony export */   y: () => (/* binding */ ifThere)
/* harmony export */ });
/* unused harmony export unreachable */
/**
 * The bad news that is not a result of a check. A failing check is a value (see results/model.ts);
 * these are thrown, and main.ts turns them into exit code 2 or 3.
 */
/** One wrong input or unusable repository: nothing was run. Exit code 2. */
class UsageError extends Error {
    name = "UsageError";
    /** One line per problem; all of them are shown together. */
    problems;
    constructor(problems) {
        super(problems.join("\n"));
        this.problems = problems;
    }
}
/** The engine or the environment broke. Exit code 3; never shown as a failed check. */
class EnvironmentError extends Error {
    name = "EnvironmentError";
    /** What the user can do about it, one sentence. */
    remedy;
    constructor(message, remedy, options) {
        super(message, options);
        this.remedy = remedy;
    }
}
/** Codes of system errors that say something about the machine, with what to do about it. */
const machineTroubles = new Map([
    ["ENOSPC", "Free some space, or let RUNNER_TEMP or TMPDIR name a directory on a disk that has it."],
    ["EDQUOT", "Free some space: the quota of this user is used up."],
    ["EROFS", "Let RUNNER_TEMP or TMPDIR name a directory that can be written to."],
    ["EACCES", "Give this user the right to it."],
    ["EMFILE", "Raise the limit of open files (ulimit -n)."],
    ["ENFILE", "Close programs: the machine has no more open files to give."],
    ["EIO", "Check the disk of this machine."],
]);
/** What was thrown, when it is the machine's fault and no defect of ours; null otherwise. */
function environmentErrorOf(thrown) {
    if (thrown instanceof EnvironmentError)
        return thrown;
    if (!(thrown instanceof Error && "code" in thrown))
        return null;
    const missingTemp = thrown.code === "ENOENT" && "syscall" in thrown && thrown.syscall === "mkdtemp";
    const remedy = missingTemp
        ? "Let RUNNER_TEMP or TMPDIR name a directory that is there."
        : machineTroubles.get(String(thrown.code));
    return remedy === undefined ? null : new EnvironmentError(`This machine is in the way: ${thrown.message}.`, remedy);
}
/** The message of anything thrown, without a stack. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message || thrown.name;
    return String(thrown);
}
/** The code of a system error, such as `ENOENT`; null for anything else that was thrown. */
function systemCode(thrown) {
    return thrown instanceof Error && "code" in thrown ? String(thrown.code) : null;
}
/** What a tool says before it begins to give advice: `Cannot connect to the Docker daemon at …` without `Is the docker daemon running?`. */
function firstSentence(text) {
    return text.split(/\.\s/)[0] ?? text;
}
/** Whether something thrown is a system error with one of these codes. */
function hasCode(thrown, ...codes) {
    const code = systemCode(thrown);
    return code !== null && codes.includes(code);
}
/** What `work` comes to; null where the file or directory that it is about is not there. */
async function ifThere(work) {
    try {
        return await work;
    }
    catch (error) {
        // ENOTDIR: what should be a directory above it is a file.
        if (hasCode(error, "ENOENT", "ENOTDIR"))
            return null;
        throw error;
    }
}
/** Compile-time proof that a switch over a union is exhaustive. */
function unreachable(value) {
    throw new Error(`unreachable: ${JSON.stringify(value)}`);
}


/***/ }),

/***/ 35743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ readLines),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* unused harmony export lineLimit */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(51455);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(46193);



/** A line longer than this is cut: whoever parses lines never needs more, and a 200 MB line must not fill the memory. */
const lineLimit = 1_048_576;
/** Lines of a file without their line ends, in bounded memory; what exceeds `lineLimit` characters of a line is dropped. */
async function* readLines(path) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder("utf8");
    let rest = "";
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: 262_144 })) {
        const text = decoder.write(chunk);
        let start = 0;
        for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
            yield withoutReturn(append(rest, text.slice(start, end)));
            rest = "";
            start = end + 1;
        }
        rest = append(rest, text.slice(start));
    }
    rest = append(rest, decoder.end());
    if (rest !== "")
        yield withoutReturn(rest);
}
function append(rest, more) {
    return rest.length >= lineLimit ? rest : (rest + more).slice(0, lineLimit);
}
function withoutReturn(line) {
    return line.endsWith("\r") ? line.slice(0, -1) : line;
}
/** The first `limit` bytes of a file as text; for output that is parsed whole, such as compiler messages. */
async function readHead(path, limit) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, "r");
    try {
        const buffer = Buffer.alloc(Math.min(limit, (await file.stat()).size));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
        return buffer.subarray(0, bytesRead).toString("utf8");
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 12823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ move),
/* harmony export */   L7: () => (/* binding */ linkOrCopy),
/* harmony export */   qB: () => (/* binding */ tryLink)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(71877);


/** Gives a file a second name. False where the file system cannot, or the other name lies on another one; throws what else is wrong. */
async function tryLink(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.link)(from, to);
        return true;
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, "EXDEV", "EPERM", "EMLINK", "ENOTSUP", "ENOSYS"))
            throw error;
        return false;
    }
}
/** The same file under another name where that is possible, else a copy. Nobody may write to either of them any more. */
async function linkOrCopy(from, to) {
    if (!(await tryLink(from, to)))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(from, to);
}
/** Renames a file or a directory, also to another file system; what is there is replaced as `rename` does. */
async function move(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(from, to);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, "EXDEV"))
            throw error;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(from, to, { recursive: true, preserveTimestamps: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(from, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 62473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ prepareOutputDir),
/* harmony export */   j: () => (/* binding */ makeParent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(71877);
/* harmony import */ var _model_stage_id_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(22736);
/* harmony import */ var _text_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(60938);





/** Its presence says that the directory is ours to empty. */
const marker = ".dagger-go-pipeline";
/**
 * Empties the output directory of an earlier run, or makes a new one. Throws UsageError when it is neither empty nor ours, when it is a link, or
 * when it cannot be written.
 */
async function prepareOutputDir(path, repository) {
    await refuseForeign(path);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true });
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry), { recursive: true, force: true, maxRetries: 3 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, marker), "This directory is emptied by every run of the pipeline.\n");
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, ".gitignore"), "*\n");
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb([
            `output-directory: ${path} cannot be written (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}). Choose a directory this user may write to.`,
        ]);
    }
    return outputDir(path, repository);
}
async function refuseForeign(path) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => null);
    if (stat === null)
        return;
    const refuse = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb([
        `output-directory: ${path} ${why}. It would be emptied by a run: choose one that is new, empty or made by an earlier run.`,
    ]);
    if (!stat.isDirectory())
        throw refuse(stat.isSymbolicLink() ? "is a symbolic link" : "is not a directory");
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path);
    if (entries.length > 0 && !entries.includes(marker))
        throw refuse("is not empty and was not made by this pipeline");
}
function outputDir(path, repository) {
    const work = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, ".work");
    const slug = (0,_model_stage_id_js__WEBPACK_IMPORTED_MODULE_4__/* .createSlugs */ .Lm)();
    return {
        path,
        bin: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "bin"),
        coverage: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "coverage"),
        tests: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "tests"),
        image: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "image"),
        fixPatch: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "fix.patch"),
        relative: (file) => relativeTo(repository, file),
        log: (stage) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "logs", `${slug(stage)}.log`),
        resultDir: async (stage) => {
            const dir = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(work, slug(stage));
            await makeParent(dir);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(dir);
            return dir;
        },
        clean: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(work, { recursive: true, force: true, maxRetries: 3 }),
    };
}
function relativeTo(repository, file) {
    const style = (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathStyle */ .Ls)(process.platform);
    return (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathInside */ ._l)(repository, file, style) ?? (style === "win32" ? file.replaceAll("\\", "/") : file);
}
/**
 * Makes room for a file of ours: the directory it lies in is there, and nothing is in its place. Tests run while we write, and may plant links, which must
 * not be written through.
 */
async function makeParent(path) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(parent).catch(() => null);
    if (stat !== null && !stat.isDirectory())
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(parent, { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(parent, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
}


/***/ }),

/***/ 1939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(71877);


/** Far above what people or tools write; a link to /dev/zero has no end. */
const largest = 16 * 1024 * 1024;
/**
 * The text of a file that a repository may have replaced by a link to a device, a pipe or something huge. Throws an EnvironmentError for those, the
 * system's error when there is no such file.
 */
async function readRegularFile(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    if (!found.isFile() || found.size > largest) {
        const what = found.isFile() ? `has ${found.size} bytes, more than ${largest}` : "is no regular file";
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`${path} ${what}; it is not read.`, "Put an ordinary file there, or remove it.");
    }
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8");
}


/***/ }),

/***/ 47380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readCommandEnd),
/* harmony export */   u: () => (/* binding */ readStepEnd)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(71877);



/** Looks at what a step left behind. */
async function readStepEnd(step, { end, commands, resultDir }) {
    const ends = await Promise.all(commands.map(readCommandEnd));
    const there = await Promise.all(step.leaves.map((path) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(resultDir, path)))));
    return { end, commands: ends, missing: step.leaves.filter((_, index) => there[index] === null) };
}
async function readCommandEnd({ exitCode, signal, ...files }) {
    const [stdout, stderr] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(files.stdout), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(files.stderr)]);
    return { exitCode, signal, stdout: stdout.size > 0, stderr: stderr.size > 0 };
}


/***/ }),

/***/ 18242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   nQ: () => (/* binding */ planBinaries),
/* harmony export */   o5: () => (/* binding */ binaryNames),
/* harmony export */   oZ: () => (/* binding */ packageName),
/* harmony export */   vx: () => (/* binding */ refuseSameFile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(71877);
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(82221);
/* harmony import */ var _model_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(53107);



/** `example.com/tool/v2` -> `tool`, `gopkg.in/tool.v3` -> `tool`: the last element without a version suffix. */
function packageName(importPath) {
    const elements = importPath.split("/").filter((element) => element !== "");
    const last = elements.at(-1) ?? "main";
    const versioned = /^v([2-9]|[1-9]\d+)$/.test(last);
    const name = versioned ? (elements.at(-2) ?? last) : last;
    return name.replace(/\.v\d+$/, "") || name;
}
/** Name that `go build -o dir/` gives the executable (cmd/go, load.DefaultExecName): the `.vN` of gopkg.in stays. */
function execName(importPath, platform) {
    const elements = importPath.split("/");
    const last = elements.at(-1) ?? "main";
    const versioned = elements.length > 1 && /^v([2-9]|[1-9]\d+)$/.test(last);
    return `${versioned ? (elements.at(-2) ?? last) : last}${extension(platform)}`;
}
function extension(platform) {
    return platform.os === "windows" ? ".exe" : "";
}
/**
 * `{name}` of every main package: equal ones, case ignored, take their path below the module, with several modules below the working directory, with `-` for `/`, what is still equal a number. A disk that
 * ignores case (macOS, Windows) holds one file for both.
 */
function binaryNames(mains, rules) {
    const paths = mains.map((main) => main.importPath);
    const short = new Map(paths.map((path) => [path, packageName(path)]));
    if (rules.explicit)
        return short;
    const uses = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(paths, (path) => fold(short.get(path) ?? ""));
    const equal = paths.filter((path) => (uses.get(fold(short.get(path) ?? "")) ?? []).length > 1);
    const names = new Map(short);
    const taken = new Set(paths.filter((path) => !equal.includes(path)).map((path) => fold(short.get(path) ?? "")));
    const dirs = new Map(mains.map((main) => [main.importPath, main.dir]));
    const { below } = rules;
    for (const path of equal) {
        const own = "root" in below ? dirName(dirs.get(path) ?? ".", below.root) : pathName(path, below.module);
        const name = free(own ?? short.get(path) ?? "main", taken);
        names.set(path, name);
        taken.add(fold(name));
    }
    return names;
}
/** Import paths are ASCII (https://go.dev/ref/mod#go-mod-file-ident), so this is what a disk that ignores case makes of them. */
function fold(name) {
    return name.toLowerCase();
}
function free(name, taken) {
    if (!taken.has(fold(name)))
        return name;
    let number = 2;
    while (taken.has(fold(`${name}-${number}`)))
        number += 1;
    return `${name}-${number}`;
}
function pathName(importPath, modulePath) {
    if (modulePath === null || !importPath.startsWith(`${modulePath}/`))
        return null;
    return importPath.slice(modulePath.length + 1).replaceAll("/", "-");
}
/** null for the working directory itself. */
function dirName(dir, root) {
    const below = root === "." ? dir : dir.startsWith(`${root}/`) ? dir.slice(root.length + 1) : ".";
    return below === "." ? null : below.replaceAll("/", "-");
}
function fileName(template, name, platform) {
    const values = {
        name,
        os: platform.os,
        arch: platform.arch,
        variant: platform.variant ?? "",
        ext: extension(platform),
    };
    return template.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
/** Windows keeps these for devices, whatever follows the first dot (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
/**
 * The binaries of one platform, each with the directory its `go build` writes to: mains whose executables would have the same name cannot share one.
 * Throws UsageError when two files of an explicit template would have the same name, or one that no file can have.
 */
function planBinaries(mains, names, platform, template) {
    const groups = [];
    const binaries = mains.map(({ importPath }) => {
        const name = execName(importPath, platform);
        let group = groups.findIndex((taken) => !taken.has(fold(name)));
        if (group < 0)
            group = groups.push(new Set()) - 1;
        groups[group]?.add(fold(name));
        const file = fileName(template, names.get(importPath) ?? name, platform);
        return { package: importPath, platform, out: `bin/${group}/${name}`, file };
    });
    refuseSameFile(binaries);
    if (platform.os === "windows")
        refuseDevices(binaries);
    return binaries;
}
function refuseDevices(binaries) {
    for (const { package: importPath, file } of binaries.filter((binary) => deviceName.test(binary.file))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb([
            `binary-name: ${importPath} would be written to bin/${file}, a name that Windows keeps for a device. Add {os} or {arch} to the template.`,
        ]);
    }
}
/** Throws UsageError when two binaries of one platform would be the same file. */
function refuseSameFile(binaries) {
    for (const binary of binaries) {
        const same = binaries.filter((other) => fold(other.file) === fold(binary.file));
        if (same.length > 1) {
            const packages = same.map((other) => other.package).join(", ");
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb([
                `binary-name: ${packages} would all be written to bin/${binary.file} for ${(0,_model_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .platformKey */ .Ng)(binary.platform)}. ` +
                    "Use {name} in a template that tells them apart, or choose with main-packages.",
            ]);
        }
    }
}


/***/ }),

/***/ 36231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ moduleArgs),
/* harmony export */   Rv: () => (/* binding */ noPackages),
/* harmony export */   U3: () => (/* binding */ goCommand),
/* harmony export */   W7: () => (/* binding */ olderThan),
/* harmony export */   aR: () => (/* binding */ noPackagesFor),
/* harmony export */   i7: () => (/* binding */ execStep),
/* harmony export */   mP: () => (/* binding */ withoutPackages),
/* harmony export */   z: () => (/* binding */ fetches)
/* harmony export */ });
/* harmony import */ var _go_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(84080);
/* harmony import */ var _model_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(53107);
/* harmony import */ var _project_go_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(14083);



/** A step of commands in a module as most gates want it; `weight`: 0 for what is over soon. */
function execStep({ module, timeoutMs }, commands, special) {
    return {
        type: "exec",
        module: module.dir,
        commands: commands.map((command) => ({ ...command, env: { ...module.env, ...command.env } })),
        stopAtFirstFailure: true,
        passes: "exit-zero",
        leaves: [],
        lfCopies: [],
        timeoutMs,
        gets: { logins: false, testEnv: false },
        atLimit: "terminate",
        compiles: null,
        ...special,
    };
}
/** Why a stage on packages does not run where the patterns match none. */
const noPackages = { status: "skipped", reason: "`packages` matches nothing in this module" };
/** Why a stage on packages does not run; null: it does. Go vets and tests what its own platform builds, and nothing of it is an error there. */
function withoutPackages({ patterns, inspected, inspection }) {
    if (patterns.length === 0)
        return noPackages;
    return inspected.problem !== null || inspected.packages.length > 0 ? null : noPackagesFor(inspection);
}
/** Why a stage does not run where the module's Go has no such command yet; null: it has. */
function olderThan(version, command, { inspected, inspection }) {
    const actual = inspected.goVersion ?? inspection.goVersion;
    if ((0,_project_go_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareGo */ .Ac)(actual, version) >= 0)
        return null;
    return { status: "skipped", reason: `${actual} has no \`${command}\`; Go ${version} and later have` };
}
function noPackagesFor({ native }) {
    return { status: "skipped", reason: `no Go packages for ${(0,_model_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .platformKey */ .Ng)(native)}` };
}
/** Logins go to the step that fetches modules; where there is none, to those that compile and so fetch themselves. */
function fetches(facts) {
    return { logins: !facts.runs("deps"), testEnv: false };
}
function goCommand(args, env = {}) {
    return { tool: "go", args, env, cwd: "module" };
}
/** For every go command that loads packages of the module. */
function moduleArgs({ inspection, module, config }) {
    return [...(0,_go_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .moduleFlags */ .CW)(inspection, module.vendored), ...(0,_go_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .tagFlags */ .av)(config.buildTags)];
}


/***/ }),

/***/ 42879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ imageReferences),
/* harmony export */   J: () => (/* binding */ imageLabels)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(71877);

/** What the image is called: `image-tags` as they are when they name an image, else as tags of `name`. Throws UsageError for what cannot be pushed. */
function imageReferences(name, tags, outputs) {
    const references = [...new Set(tags.map((tag) => (/[:/]/.test(tag) ? tag : `${name}:${tag}`)))];
    if (outputs === "default" || !outputs.includes("push"))
        return references;
    const local = references.filter((reference) => !reference.includes("/"));
    if (local.length === 0)
        return references;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb([
        `image-tags: ${local.join(", ")} names no registry to push to. Give whole references such as ghcr.io/owner/${name}:v1, ` +
            "or set image-name to ghcr.io/owner/name.",
    ]);
}
/**
 * Labels by the keys of https://specs.opencontainers.org/image-spec/annotations/. None changes between two builds of one commit: there is no time
 * among them.
 */
function imageLabels(facts) {
    const { serverUrl, repository, sha, ref } = facts;
    const version = /^refs\/tags\/(.+)$/.exec(ref ?? "")?.[1] ?? null;
    const values = [
        ["source", serverUrl === null || repository === null ? null : `${serverUrl}/${repository}`],
        ["revision", sha],
        ["version", version],
    ];
    return values.flatMap(([key, value]) => value === null || value === "" ? [] : [[`org.opencontainers.image.${key}`, value]]);
}


/***/ }),

/***/ 96154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  VF: () => (/* binding */ gates),
  EZ: () => (/* binding */ kinds),
  fe: () => (/* binding */ shownOutput)
});

;// CONCATENATED MODULE: ./build/stage/src/model/finding.js
function findingKinds(kinds) {
    const bySource = new Map(kinds.map((kind) => [kind.source, kind]));
    return (source) => bySource.get(source) ?? {
        source,
        title: source,
        rank: 100,
        basic: false,
        style: "line",
        command: "stage",
        byCompiler: false,
    };
}
const wholeOutput = { asked: false, brief: null };

// EXTERNAL MODULE: ./build/stage/src/collect/build.js
var build = __nccwpck_require__(46841);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __nccwpck_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var model_platform = __nccwpck_require__(53107);
// EXTERNAL MODULE: ./build/stage/src/project/patterns.js
var project_patterns = __nccwpck_require__(69851);
// EXTERNAL MODULE: ./build/stage/src/project/platform-env.js
var platform_env = __nccwpck_require__(55765);
// EXTERNAL MODULE: ./build/stage/src/gates/binaries.js
var gates_binaries = __nccwpck_require__(18242);
// EXTERNAL MODULE: ./build/stage/src/kinds/choice.js
var choice = __nccwpck_require__(45805);
// EXTERNAL MODULE: ./build/stage/src/kinds/go.js
var go = __nccwpck_require__(65484);
// EXTERNAL MODULE: ./build/stage/src/kinds/input.js
var input = __nccwpck_require__(81788);
// EXTERNAL MODULE: ./build/stage/src/kinds/kind.js
var kind = __nccwpck_require__(2276);
;// CONCATENATED MODULE: ./build/stage/src/kinds/ldflags.js

/**
 * Linker flags that a config file may use: a pull request writes that file, and a build must not run programs or write files of its choice.
 * Left out on purpose: -extld and -extar (programs), -L, -k and -importcfg (files), -o, -tmpdir and the profiles (writes).
 */
const fromConfigFile = [
    ...["-s", "-w", "-X", "-B", "-E", "-H", "-R", "-T", "-aslr", "-bindnow", "-buildid", "-checklinkname"],
    ...["-compressdwarf", "-d", "-extldflags", "-funcalign", "-linkmode", "-pruneweakmap", "-strictdups", "-v"],
];
/** What -extldflags may hold there; a C compiler takes programs and plugins in others (-wrapper, -B, -fplugin). */
const harmlessExternal = /^(-static|-static-pie|-s|-pthread|-l[a-z0-9]+)$/;
/** `-ldflags` of go build, one string. Flags and `with:` are trusted; of the config file only the list above is taken. */
const ldflags = (0,kind/* scalar */.d_)({
    allows: "flags of `go tool link`, one string",
    parse(text, source) {
        const words = splitFlags(text);
        if (words === null)
            return (0,kind/* invalid */.Gq)("has a quote that is not closed; the go command knows '…' and \"…\" around words");
        const problem = source === "config" ? refused(words) : null;
        return problem === null ? (0,kind/* valid */.rZ)(text) : (0,kind/* invalid */.Gq)(problem);
    },
});
const reason = "is not taken from the config file, which a pull request can change; set ldflags with a flag or `with:`";
function refused(words) {
    for (const [index, word] of words.entries()) {
        const before = words[index - 1] ?? "";
        // A response file: the linker reads flags from it wherever it stands (cmd/internal/objabi, expandArgs).
        if (word.startsWith("@"))
            return `${(0,kind/* quote */.hD)(word)} ${reason}`;
        if (/^--?extldflags$/.test(before)) {
            const problem = refusedExternal(word);
            if (problem !== null)
                return problem;
            continue;
        }
        // The value of a flag before it (`-X main.v=1`); the linker takes no other words.
        if (!word.startsWith("-") && before.startsWith("-"))
            continue;
        const [name = "", ...rest] = word.replace(/^--/, "-").split("=");
        if (!fromConfigFile.includes(name))
            return `${(0,kind/* quote */.hD)(word)} ${reason}. Allowed here: ${(0,kind/* oneOf */.yL)(fromConfigFile)}`;
        const problem = name === "-extldflags" && rest.length > 0 ? refusedExternal(rest.join("=")) : null;
        if (problem !== null)
            return problem;
    }
    return null;
}
function refusedExternal(value) {
    const words = splitQuoted(value) ?? [value];
    const bad = words.find((flag) => !harmlessExternal.test(flag));
    return bad === undefined ? null : `${(0,kind/* quote */.hD)(bad)} in -extldflags ${reason}`;
}
/** The words of `[pattern=]flags`, as the go command reads -ldflags; null when a quote is not closed. */
function splitFlags(text) {
    const pattern = /^[^ \t\r\n'"-][^ \t\r\n='"]*=(?=[ \t\r\n]*['"-])/.exec(text);
    return splitQuoted(pattern === null ? text : text.slice(pattern[0].length));
}
/** cmd/internal/quoted.Split of Go: quotes count at the start of a word only, and nothing is unescaped. */
function splitQuoted(text) {
    const words = [];
    // Not \s: a space that only JavaScript takes for one would split other words than Go does.
    const word = /[ \t\r\n]*(?:"([^"]*)"|'([^']*)'|([^ \t\r\n"'][^ \t\r\n]*)|(["']))/gy;
    for (const match of text.matchAll(word)) {
        if (match[4] !== undefined)
            return null;
        words.push(match[1] ?? match[2] ?? match[3] ?? "");
    }
    return words;
}

// EXTERNAL MODULE: ./build/stage/src/kinds/list.js
var list = __nccwpck_require__(67814);
// EXTERNAL MODULE: ./build/stage/src/kinds/path.js
var path = __nccwpck_require__(51565);
// EXTERNAL MODULE: ./build/stage/src/text/suggest.js
var suggest = __nccwpck_require__(92784);
;// CONCATENATED MODULE: ./build/stage/src/kinds/go-platforms.js
/** What `go tool dist list` of Go 1.26.8 prints. Refreshed by `npm run generate -- --platforms`. */
const goPlatforms = [
    "aix/ppc64",
    "android/386",
    "android/amd64",
    "android/arm",
    "android/arm64",
    "darwin/amd64",
    "darwin/arm64",
    "dragonfly/amd64",
    "freebsd/386",
    "freebsd/amd64",
    "freebsd/arm",
    "freebsd/arm64",
    "illumos/amd64",
    "ios/amd64",
    "ios/arm64",
    "js/wasm",
    "linux/386",
    "linux/amd64",
    "linux/arm",
    "linux/arm64",
    "linux/loong64",
    "linux/mips",
    "linux/mips64",
    "linux/mips64le",
    "linux/mipsle",
    "linux/ppc64",
    "linux/ppc64le",
    "linux/riscv64",
    "linux/s390x",
    "netbsd/386",
    "netbsd/amd64",
    "netbsd/arm",
    "netbsd/arm64",
    "openbsd/386",
    "openbsd/amd64",
    "openbsd/arm",
    "openbsd/arm64",
    "openbsd/ppc64",
    "openbsd/riscv64",
    "plan9/386",
    "plan9/amd64",
    "plan9/arm",
    "solaris/amd64",
    "wasip1/wasm",
    "windows/386",
    "windows/amd64",
    "windows/arm64",
];

;// CONCATENATED MODULE: ./build/stage/src/kinds/platform.js





const mips = ["hardfloat", "softfloat"];
const power = ["power8", "power9", "power10"];
/** What Go takes as GOARM, GOAMD64 and so on (internal/buildcfg of Go 1.26); `v` goes before the number of GOARM, as Docker spells it. */
const variants = {
    "386": ["sse2", "softfloat"],
    amd64: ["v1", "v2", "v3", "v4"],
    arm: ["v5", "v6", "v7"],
    arm64: [
        ...["v8.0", "v8.1", "v8.2", "v8.3", "v8.4", "v8.5", "v8.6", "v8.7", "v8.8", "v8.9"],
        ...["v9.0", "v9.1", "v9.2", "v9.3", "v9.4", "v9.5"],
    ],
    mips,
    mipsle: mips,
    mips64: mips,
    mips64le: mips,
    ppc64: power,
    ppc64le: power,
    riscv64: ["rva20u64", "rva22u64", "rva23u64"],
};
/** Targets of `go build`. */
const platforms = (0,list/* list */.p_)({
    allows: "`os/arch[/variant]` as `go tool dist list` prints them",
    schema: { type: "string", pattern: "^[a-z0-9]+/[a-z0-9]+(/[a-z0-9.]+)?$" },
    parse: parseGoPlatform,
    key: model_platform/* platformKey */.Ng,
});
function parseGoPlatform(text) {
    const platform = (0,model_platform/* parsePlatform */.FL)(text);
    if (platform === null) {
        return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(text)} is not written as os/arch or os/arch/variant${(0,suggest/* didYouMean */.a)(text, goPlatforms)}`);
    }
    const pair = `${platform.os}/${platform.arch}`;
    if (!goPlatforms.some((known) => known === pair)) {
        return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(text)} is no platform of Go (see \`go tool dist list\`)${(0,suggest/* didYouMean */.a)(pair, goPlatforms)}`);
    }
    return checkVariant(platform, variants[platform.arch] ?? []);
}
function checkVariant(platform, known) {
    const { variant, arch } = platform;
    if (variant === null || known.includes(variant))
        return (0,kind/* valid */.rZ)(platform);
    const name = (0,kind/* quote */.hD)((0,model_platform/* platformKey */.Ng)(platform));
    if (known.length === 0)
        return (0,kind/* invalid */.Gq)(`${name}: ${arch} has no variants`);
    return (0,kind/* invalid */.Gq)(`${name}: ${(0,kind/* quote */.hD)(variant)} is no variant of ${arch}; use ${(0,kind/* oneOf */.yL)(known)}`);
}
const imageArchitectures = [
    ...["386", "amd64", "arm", "arm64", "loong64", "mips64le", "ppc64le", "riscv64", "s390x"],
].map((arch) => `linux/${arch}`);
const imageVariants = {
    amd64: ["v1", "v2", "v3", "v4"],
    arm: ["v5", "v6", "v7"],
    arm64: ["v8"],
};
/** Platforms of a Linux image. Docker's `linux/arm64/v8` is its `linux/arm64` (containerd, platforms.Normalize). */
const imagePlatforms = (0,list/* list */.p_)({
    allows: "`linux/arch[/variant]`",
    schema: { type: "string", pattern: "^linux/[a-z0-9]+(/v[0-9])?$" },
    parse(text) {
        const platform = (0,model_platform/* parsePlatform */.FL)(text);
        const pair = platform === null ? text : `${platform.os}/${platform.arch}`;
        if (platform === null || !imageArchitectures.includes(pair)) {
            const guess = (0,suggest/* didYouMean */.a)(pair, imageArchitectures);
            return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(text)} is no platform of an image; use ${(0,kind/* oneOf */.yL)(imageArchitectures)}${guess}`);
        }
        const checked = checkVariant(platform, imageVariants[platform.arch] ?? []);
        return checked.ok && platform.arch === "arm64" ? (0,kind/* valid */.rZ)({ ...platform, variant: null }) : checked;
    },
    key: model_platform/* platformKey */.Ng,
});

;// CONCATENATED MODULE: ./build/stage/src/gates/build-inputs.js







/** What is built, and how. */
const buildInputs = {
    build: (0,input/* input */.hF)(choice/* toggle */.L$, "true", {
        description: "Build the main packages. `warn` builds and reports it without changing the exit code.",
    }),
    platforms: (0,input/* input */.hF)((0,list/* filled */.Bq)(platforms), "linux/amd64,darwin/amd64,windows/amd64", {
        description: "Platforms to build for: `os/arch[/variant]`, such as `linux/arm/v7`. `go tool dist list` shows them.",
    }),
    "main-packages": (0,input/* several */.J$)(go/* packages */.U$, {
        description: "Main packages to build, such as `./cmd/tool`.",
        unset: "all that are found",
    }),
    "binary-name": (0,input/* input */.hF)(path/* fileName */.Md, "{name}-{os}-{arch}{variant}{ext}", {
        description: "File name of the binaries, with `{name}`, `{os}`, `{arch}`, `{variant}` and `{ext}`. `{name}` is the last element of the package path without a version suffix.",
    }),
    ldflags: (0,input/* optional */.lq)(ldflags, {
        description: "Flags for the linker, one string, such as `-s -w -X main.version=1.2.3`. In the config file only flags that run no programs and write no files are taken.",
        unset: "none",
        resolve: (flags) => flags || null,
    }),
    trimpath: (0,input/* input */.hF)(choice/* boolean */.zM, "false", {
        description: "Build with `-trimpath`. Go then compiles every package twice on a cold cache.",
    }),
    buildvcs: (0,input/* input */.hF)(choice/* boolean */.zM, "false", { description: "Stamp the binaries with version control information." }),
    cgo: (0,input/* input */.hF)(choice/* boolean */.zM, "false", { description: "Build with cgo, which needs a C compiler for every platform." }),
};

// EXTERNAL MODULE: ./build/stage/src/files/lines.js
var lines = __nccwpck_require__(35743);
;// CONCATENATED MODULE: ./build/stage/src/collect/output.js

/** Compilers stop after ten errors per package; more than this is not read by people either. */
const outputLimit = 4 * 1024 * 1024;
/** The output of all commands of a step, one after the other. */
async function outputOf(commands) {
    const read = async (paths) => (await Promise.all(paths.map((path) => (0,lines/* readHead */.zy)(path, outputLimit)))).join("");
    const stdout = await read(commands.map((command) => command.stdout));
    const stderr = await read(commands.map((command) => command.stderr));
    return { stdout, stderr };
}

// EXTERNAL MODULE: ./build/stage/src/go/diagnostics.js + 2 modules
var diagnostics = __nccwpck_require__(67242);
// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __nccwpck_require__(20651);
// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __nccwpck_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/files/step-end.js
var step_end = __nccwpck_require__(47380);
// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __nccwpck_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var model_stage = __nccwpck_require__(66180);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __nccwpck_require__(66055);
;// CONCATENATED MODULE: ./build/stage/src/gates/judged.js




/**
 * Judges a stage of commands. Whether its step has passed is one rule for all (model/passes.ts); `explain` reads in what was printed why it has not.
 */
async function judgeExec(stage, outcome, explain) {
    const { step, module } = stage;
    if (!(0,model_stage/* isRunnable */.i)(step) || step.type !== "exec")
        throw new Error(`${stage.id} has nothing that could be judged`);
    const end = await (0,step_end/* readStepEnd */.u)(step, outcome);
    if ((0,passes/* hasPassed */.Pc)(step, end))
        return { failure: null, findings: [] };
    return explain({ dir: module ?? ".", step, outcome, end, death: (0,passes/* deathOf */.oZ)(step, end) });
}
/** That a tool died comes first, then what was read; when there is neither, how the tool ended. */
function failureOf({ step, end, death }, ...read) {
    const parts = [death, ...read].filter((part) => part !== null);
    return parts.length === 0 ? (0,passes/* unexplained */.EJ)(step, end) : parts.join("; ");
}
/** `2 errors`; null for none. */
function counted(count, noun) {
    return count === 0 ? null : (0,format/* plural */.LS)(count, noun);
}

;// CONCATENATED MODULE: ./build/stage/src/gates/compiler.js





/** What a go command that compiles printed, as findings and a verdict. */
function judgeCompiler(stage, outcome, { source: map }, { source, noun, setsPlatform }) {
    return judgeExec(stage, outcome, async (judged) => {
        const { stdout, stderr } = await outputOf(outcome.commands);
        const findings = (0,diagnostics/* parseDiagnostics */.y)(`${stdout}\n${stderr}`, { ...map, source, cwd: judged.dir });
        const full = diskIsFull.exec(stderr)?.[0].trim();
        if (full !== undefined)
            return { failure: (0,clip/* clipEnd */.Oq)(full, reasonLimit), findings, broken: true };
        const fault = setsPlatform && (0,named_setting/* namedSetting */.y1)(stderr) === named_setting/* platformSetting */.YK ? null : (0,named_setting/* settingFault */.Zw)(stderr);
        if (fault !== null)
            return { failure: (0,clip/* clipEnd */.Oq)(fault, reasonLimit), findings, broken: true };
        return { failure: failureOf(judged, counted(findings.length, noun)), findings };
    });
}
/** The line with ENOSPC in the words of the Go toolchain (package syscall) and the linkers it calls: that a disk is full has no exit code of its own. */
const diskIsFull = /^.*: no space left on device\r?$/im;
/** Characters of a tool's line that a reason quotes. */
const reasonLimit = 500;

;// CONCATENATED MODULE: ./build/stage/src/gates/findings.js
/** Whatever compiles code may find this: vet, test and build do. */
const compileError = {
    source: "compile",
    title: "Compile errors",
    rank: 0,
    basic: true,
    style: "line",
    command: "stage",
    byCompiler: true,
};

// EXTERNAL MODULE: ./build/stage/src/gates/go-steps.js
var go_steps = __nccwpck_require__(36231);
// EXTERNAL MODULE: ./build/stage/src/go/flags.js
var go_flags = __nccwpck_require__(84080);
// EXTERNAL MODULE: ./build/stage/src/text/go-duration.js
var go_duration = __nccwpck_require__(17871);
// EXTERNAL MODULE: ./build/stage/src/text/shell.js
var shell = __nccwpck_require__(24968);
;// CONCATENATED MODULE: ./build/stage/src/gates/rerun.js



/** What `go test -timeout` is when nobody says (go help testflag). */
const goTimeoutMs = 600_000;
/** For the module's tests, as the inputs ask for them. */
function testRerun(facts, module) {
    const { config, inspection } = facts;
    const timeout = config.testTimeout === goTimeoutMs ? [] : [`-timeout=${(0,go_duration/* goDuration */.L)(config.testTimeout)}`];
    return {
        flags: [
            ...vetOff(facts),
            ...(0,go_flags/* moduleFlags */.CW)(inspection, module.vendored),
            ...(0,go_flags/* tagFlags */.av)(config.buildTags),
            ...(config.race ? ["-race"] : []),
            ...timeout,
            ...config.testFlags,
        ],
        wrap: (command) => (0,shell/* inDirectory */.zX)(module.dir, [...testAssignments(facts), command].join(" ")),
    };
}
/** A vet stage says what vet finds, so that it does not hide tests. */
function vetOff({ runs }) {
    return runs("vet") ? ["-vet=off"] : [];
}
/** The tests' environment in front of a command. What may be a secret is taken from the reader's own environment. */
function testAssignments({ config, commandEnv }) {
    const own = config.testEnv.map(({ name, value, hidden }) => (0,shell/* assignment */.mU)(name, hidden ? null : value));
    return [...Object.entries(commandEnv).map(([name, value]) => (0,shell/* assignment */.mU)(name, value)), ...own];
}
/** The command that people type in place of a step's. */
function goLine({ module, commandEnv }, args, env = {}) {
    return (0,shell/* shellCommand */.q$)(module.dir, ["go", ...args], { ...commandEnv, ...env });
}

;// CONCATENATED MODULE: ./build/stage/src/gates/reuse.js

/**
 * Whether binaries depend on nothing but the sources: then those of an earlier run are the same. C libraries of a machine, the state of the repository
 * and files that the linker is told of are no sources.
 */
function reuseOfBuild({ cgo, buildvcs, ldflags }) {
    return cgo || buildvcs || !isHarmless(ldflags ?? "") ? "by-tool" : "by-sources";
}
/** `-s`, `-w`, `-buildid` and `-X`, perhaps for a pattern of packages (`all=-s -w`). */
function isHarmless(ldflags) {
    const flags = (0,go_flags/* flagWords */.GK)(ldflags.replace(/^[\w./-]*=(?=-)/, ""));
    return flags.every((flag, index) => /^--?(s|w|X|X=.*|buildid=.*)$/.test(flag) || /^--?X$/.test(flags[index - 1] ?? ""));
}

;// CONCATENATED MODULE: ./build/stage/src/gates/build.js













/** Every main package builds, for each platform. */
const build_build = {
    name: "build",
    scope: "module",
    input: "build",
    inputs: buildInputs,
    group: "Builds",
    toggle: (config) => config.build,
    findings: [compileError],
    log: "commands",
    output: () => wholeOutput,
    plan: (facts) => facts.config.platforms.map((platform) => draftFor(facts, platform)),
    async judge(stage, outcome, bench) {
        const artifacts = await (0,build/* collectBinaries */.y)(stage, outcome, bench.output);
        const judged = await judgeCompiler(stage, outcome, bench, { source: "compile", noun: "error", setsPlatform: true });
        return { ...judged, products: artifacts.map((artifact) => ({ type: "binary", artifact })) };
    },
};
function draftFor(facts, platform) {
    const { config, inspected } = facts;
    const variant = (0,model_platform/* platformKey */.Ng)(platform);
    const mains = mainsOn(facts, variant, "builds");
    const binaries = (0,gates_binaries/* planBinaries */.nQ)(inspected.mains.filter(isIn(mains)), facts.names, platform, config.binaryName);
    const needCgo = mainsOn(facts, variant, "needs-cgo");
    const failure = cgoFailure(needCgo, variant);
    const env = { ...(0,platform_env/* platformEnv */.L)(platform), CGO_ENABLED: config.cgo ? "1" : "0" };
    const flags = buildFlags(facts);
    const commands = buildCommands(facts, { binaries, flags, env });
    const shown = [...mains, ...needCgo];
    const what = shown.length > 0 && shown.length <= maxShown ? shown : mainPatterns(facts);
    const command = goLine(facts, ["build", "-o", "/dev/null", ...flags, ...what], env);
    const step = (0,go_steps/* execStep */.i7)(facts, commands, {
        gets: (0,go_steps/* fetches */.z)(facts),
        leaves: inspected.problem === null ? binaries.map(({ out }) => out) : [],
        compiles: { platform, race: false },
        reuse: reuseOfBuild(config),
        weight: 2,
    });
    const none = commands.length === 0 ? nothingToBuild(facts, failure, variant) : null;
    return { variant, needs: [facts.idOf("deps")], step: none ?? step, command, failure, binaries };
}
/** Packages that a command names one by one; more make it unreadable. */
const maxShown = 10;
function mainPatterns({ config, module }) {
    return (0,project_patterns/* modulePatterns */.yh)(config.mainPackages.length === 0 ? ["./..."] : config.mainPackages, module);
}
/** Import paths of the chosen main packages with this status on a platform. */
function mainsOn({ inspected, names }, variant, status) {
    const mains = inspected.mains.filter((main) => names.has(main.importPath) && main.on[variant] === status);
    return mains.map((main) => main.importPath);
}
function isIn(importPaths) {
    return ({ importPath }) => importPaths.includes(importPath);
}
function cgoFailure(mains, variant) {
    return mains.length === 0 ? null : `${mains.join(", ")} builds for ${variant} only with cgo: set \`cgo: true\``;
}
/** One command per directory. A module that Go cannot load has no known main packages: building its patterns gives Go's own words. */
function buildCommands(facts, { binaries, flags, env }) {
    if (facts.inspected.problem !== null)
        return [(0,go_steps/* goCommand */.U3)(["build", ...flags, "--", ...mainPatterns(facts)], env)];
    const groups = (0,group_by/* groupBy */.$)(binaries, (binary) => binary.out.slice(0, binary.out.lastIndexOf("/") + 1));
    return [...groups].map(([out, group]) => (0,go_steps/* goCommand */.U3)(["build", ...flags, { prefix: "-o=", out }, "--", ...group.map((binary) => binary.package)], env));
}
function nothingToBuild({ inspected, names }, failure, variant) {
    if (failure !== null)
        return { status: "failed", reason: failure };
    if (inspected.mains.length === 0)
        return { status: "skipped", reason: "no main package" };
    if (names.size === 0)
        return { status: "skipped", reason: "`main-packages` names none of this module" };
    return { status: "skipped", reason: `build constraints exclude every main package on ${variant}` };
}
function buildFlags(facts) {
    const { config } = facts;
    const flags = [...(0,go_steps/* moduleArgs */.GY)(facts), `-buildvcs=${config.buildvcs}`];
    if (config.trimpath)
        flags.push("-trimpath");
    if ((config.ldflags ?? "") !== "")
        flags.push(`-ldflags=${config.ldflags}`);
    return flags;
}

;// CONCATENATED MODULE: ./build/stage/src/gates/image/commands.js


/** The command that builds the image by hand, at the root of the repository. Values of secrets are never in them, only their ids. */
function imageCommand(config, chosen, references) {
    const tag = references[0] ?? "app:pipeline";
    if (!("status" in chosen) && chosen.source.type === "binary")
        return binaryCommand(chosen, chosen.source, tag);
    const options = [
        ...["-f", config.dockerfile],
        ...(config.dockerTarget === null ? [] : ["--target", config.dockerTarget]),
        ...config.dockerBuildArgs.flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
        ...secretOptions(chosen),
        ...platformOptions("status" in chosen ? [] : chosen.platforms),
    ];
    return words(["docker", "build", ...options, "-t", tag, config.dockerContext]);
}
function secretOptions(chosen) {
    if ("status" in chosen || chosen.source.type !== "dockerfile")
        return [];
    return chosen.source.secretIds.flatMap((id) => ["--secret", `id=${id}`]);
}
function platformOptions(platforms) {
    return platforms.length === 0 ? [] : ["--platform", platforms.map(model_platform/* platformKey */.Ng).join(",")];
}
/** The image of a binary, without what does not matter for finding a fault: certificates, time zones, labels. */
function binaryCommand({ build }, source, tag) {
    const name = source.entrypoint;
    const compile = (build?.command ?? "").replace("-o /dev/null", `-o ${(0,shell/* shellWord */.r7)(name)}`);
    const lines = ["FROM scratch", `COPY ${name} /${name}`, "USER 65532:65532", `ENTRYPOINT ["/${name}"]`];
    const dockerfile = `printf '%s\\n' ${lines.map(shell/* shellWord */.r7).join(" ")}`;
    return `${compile} && ${dockerfile} | ${words(["docker", "build", "-t", tag, "-f", "-", build?.module ?? "."])}`;
}
/** Starts a container as the smoke test does. */
function smokeCommand(config, { command }, references) {
    const publish = config.smokePort === null ? [] : ["-p", `127.0.0.1:${config.smokePort}:${config.smokePort}`];
    const run = words(["docker", "run", "--rm", ...publish, references[0] ?? "app:pipeline", ...config.smokeCommand]);
    return `${command} && ${run}`;
}
/** Hands the image over as the deliver stage does. */
function deliverCommand(config, { command }, references) {
    const outputs = config.imageOutput === "default" ? ["load"] : config.imageOutput;
    const pushes = outputs.includes("push") ? references.map((reference) => words(["docker", "push", reference])) : [];
    const saves = outputs.includes("tarball") ? [words(["docker", "save", "-o", "image.tar", ...references])] : [];
    return [command, ...saves, ...pushes].join(" && ");
}
function words(list) {
    return list.map(shell/* shellWord */.r7).join(" ");
}

// EXTERNAL MODULE: ./build/stage/src/kinds/credentials.js
var credentials = __nccwpck_require__(97270);
// EXTERNAL MODULE: ./build/stage/src/kinds/duration.js
var duration = __nccwpck_require__(46458);
// EXTERNAL MODULE: ./build/stage/src/kinds/image.js
var kinds_image = __nccwpck_require__(65545);
// EXTERNAL MODULE: ./build/stage/src/kinds/number.js
var number = __nccwpck_require__(83547);
// EXTERNAL MODULE: ./build/stage/src/kinds/pairs.js
var pairs = __nccwpck_require__(18205);
;// CONCATENATED MODULE: ./build/stage/src/kinds/status.js


/** HTTP statuses and ranges of them, both ends included: `200-399,401`. */
const statuses = (0,list/* list */.p_)({
    allows: "HTTP statuses and ranges such as `200-399,401`",
    schema: { type: ["string", "integer"], pattern: "^[1-5]\\d\\d(-[1-5]\\d\\d)?$" },
    parse(text) {
        const match = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(text);
        if (match === null)
            return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(text)} is not an HTTP status or a range of them, such as 200-399`);
        const from = Number(match[1]);
        const to = Number(match[2] ?? match[1]);
        return from <= to ? (0,kind/* valid */.rZ)([from, to]) : (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(text)} ends before it starts; write ${to}-${from}`);
    },
    key: ([from, to]) => `${from}-${to}`,
});

// EXTERNAL MODULE: ./build/stage/src/kinds/text.js
var kinds_text = __nccwpck_require__(11125);
// EXTERNAL MODULE: ./node_modules/shlex/shlex.js
var shlex = __nccwpck_require__(95637);
;// CONCATENATED MODULE: ./build/stage/src/kinds/words.js


/** Words of a command line with a shell's quotes; nothing is expanded. `refuse` names what is wrong with the words, if anything. */
function words_words(refuse = () => []) {
    return {
        shape: "list",
        allows: "words, quoted as in a shell",
        words: [],
        schema: { type: "string" },
        parse(raw) {
            const result = splitWords(raw);
            if (!result.ok)
                return result;
            const problems = refuse(result.value);
            return problems.length > 0 ? { ok: false, problems } : result;
        },
    };
}
function splitWords(raw) {
    const result = raw.entries ? (0,kind/* valid */.rZ)(raw.values) : (0,kind/* all */.Q7)(raw.values.map(splitText));
    if (!result.ok)
        return result;
    const found = result.value.flat();
    // `$'\c@'` is a NUL only after splitting.
    return found.some((word) => word.includes("\0")) ? (0,kind/* invalid */.Gq)("contains a NUL character") : (0,kind/* valid */.rZ)(found);
}
function splitText(text) {
    try {
        return (0,kind/* valid */.rZ)((0,shlex/* split */.lD)(text));
    }
    catch {
        // The library throws for these two cases only.
        const cause = text.trimEnd().endsWith("\\") ? "ends with a backslash" : "has a quote that is not closed";
        return (0,kind/* invalid */.Gq)(`${cause}; quote as in a shell`);
    }
}

;// CONCATENATED MODULE: ./build/stage/src/gates/image/inputs.js
















const sendsImage = "it decides where the image and the login for the registry are sent";
const isSecret = "a secret does not belong into a file of the repository";
const destinations = ["load", "tarball", "push", "none"];
const imageOutput = (0,list/* list */.p_)({
    allows: destinations.map((word) => `\`${word}\``).join(", "),
    words: destinations,
    schema: { enum: destinations },
    parse(entry) {
        const word = destinations.find((known) => known === entry);
        if (word !== undefined)
            return (0,kind/* valid */.rZ)(word);
        return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(entry)} is not allowed; use ${(0,kind/* oneOf */.yL)(destinations)}${(0,suggest/* didYouMean */.a)(entry, destinations)}`);
    },
});
/** How the image is built. */
const imageInputs = {
    docker: (0,input/* input */.hF)((0,choice/* choice */.Yq)("true", "false", "warn", "auto"), "auto", {
        description: "Build, test and hand over an image. `auto` skips it when there is no Dockerfile or nothing that can build one; `warn` reports without changing the exit code.",
    }),
    "docker-from": (0,input/* input */.hF)((0,choice/* choice */.Yq)("auto", "dockerfile", "binary"), "auto", {
        description: "What the image is made of: the Dockerfile, or the binary of the `build` stage on an empty base. `auto` means the Dockerfile, and the binary where there is none and `docker` is `true`.",
    }),
    "docker-context": (0,input/* input */.hF)(path/* path */.Ae, ".", {
        description: "Directory that is sent to the image build.",
        resolve: (_, site) => site.dockerContext,
    }),
    dockerfile: (0,input/* optional */.lq)(path/* path */.Ae, {
        description: "The Dockerfile.",
        unset: "`Dockerfile` in docker-context",
        resolve: (_, site) => site.dockerfile,
    }),
    "docker-target": (0,input/* optional */.lq)((0,kinds_text/* text */.Qq)({
        allows: "a stage of the Dockerfile",
        pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/,
        otherwise: "is not the name of a stage; use letters, digits and _ . -",
    }), { description: "Stage of the Dockerfile to build.", unset: "the last one" }),
    "docker-build-args": (0,input/* several */.J$)(pairs/* assignments */.TT, {
        description: "Build arguments of the Dockerfile, one `NAME=value` per line. They are not secret.",
        unset: "none",
    }),
    "docker-platforms": (0,input/* several */.J$)(imagePlatforms, {
        description: "Platforms of the image, such as `linux/amd64,linux/arm64`.",
        unset: "the platform of the engine",
    }),
    "docker-secrets": (0,input/* login */.iD)(credentials/* dockerSecrets */.A, {
        description: 'Secrets for `RUN --mount=type=secret,id=…`, one `id=value` per line. An entry that spans lines goes into double quotes as a whole: `"id=first line⏎second line"`.',
        unset: "none",
        secret: true,
        notFromConfigFile: isSecret,
    }),
    "image-name": (0,input/* optional */.lq)(kinds_image/* imageName */.tO, {
        description: "Name of the image without a tag, with or without a registry.",
        unset: "the last element of the module path in lower case",
    }),
};
/** How it is tested. */
const smokeInputs = {
    "smoke-command": (0,input/* several */.J$)(words_words(), {
        description: "Arguments to run the image with; it has to exit with 0. Split into words with quotes as in a shell.",
        unset: "the image's own command is started",
    }),
    "smoke-output": (0,input/* optional */.lq)(kinds_text/* textOrPattern */.nU, {
        description: "Text that the output of smoke-command has to contain; `/…/` is a regular expression, such as `/v\\d+/`.",
        unset: "any output",
    }),
    "smoke-port": (0,input/* optional */.lq)((0,number/* integer */.n)({ from: 1, to: 65_535 }), {
        description: "Port that the container has to accept connections on.",
        unset: "none",
    }),
    "smoke-path": (0,input/* optional */.lq)((0,kinds_text/* text */.Qq)({
        allows: "a path such as `/healthz`",
        pattern: /^\/[\x21-\x7e]{0,2000}$/,
        otherwise: "is not a path of a URL; it starts with / and has no spaces",
    }), { description: "Path to request by HTTP on smoke-port.", unset: "a TCP connection is enough" }),
    "smoke-status": (0,input/* input */.hF)((0,list/* filled */.Bq)(statuses), "200-399", {
        description: "HTTP statuses that smoke-path may answer with, such as `200-399,401`.",
    }),
    "smoke-timeout": (0,input/* input */.hF)(duration/* duration */.p, "30s", { description: "Time limit of the smoke test." }),
};
/** Where it goes. */
const deliverInputs = {
    "image-tags": (0,input/* input */.hF)((0,list/* filled */.Bq)(kinds_image/* imageTags */.rK), "pipeline", {
        description: "Tags of the image, such as `v1`, or references such as `ghcr.io/owner/app:v1`. Needed for `push`.",
        notFromConfigFile: sendsImage,
    }),
    "image-output": (0,input/* optional */.lq)(imageOutput, {
        description: "Where the image goes: `load` into the Docker daemon, `tarball` in the output directory, `push` to its registry, several of these, or `none`.",
        unset: "`load` where a daemon answers, else `tarball`",
        notFromConfigFile: sendsImage,
        resolve: (words) => words === null || words.length === 0 ? "default" : words.filter((word) => word !== "none"),
    }),
    "registry-username": (0,input/* login */.iD)((0,kinds_text/* line */.n8)("a user name"), {
        description: "User of the registry.",
        unset: "no login",
        notFromConfigFile: sendsImage,
    }),
    "registry-password": (0,input/* login */.iD)(kinds_text/* secret */.rJ, {
        description: "Password or token of the registry.",
        unset: "no login",
        secret: true,
        notFromConfigFile: isSecret,
    }),
};
/** What the stages of the image know of one another, and of the binaries they may be made of. */
const allImageInputs = { ...imageInputs, ...smokeInputs, ...deliverInputs, ...buildInputs };

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __nccwpck_require__(84210);
;// CONCATENATED MODULE: ./build/stage/src/gates/image/judge.js


/** What a step on the image found out, as a verdict; moves a tarball to `image/`. */
async function judgeImage(outcome, { config, output }) {
    const facts = outcome.image;
    if (facts === null)
        return { ...verdictOf(outcome), findings: [] };
    const tarball = await keepTarball(facts, output);
    return {
        ...verdictOf(outcome),
        findings: dockerfileFindings(facts, config.dockerfile),
        products: [{ type: "image", facts, tarball }],
    };
}
/** What the step itself judged; where it judged nothing, how it ended. */
function verdictOf({ image, commands }) {
    const judgement = image?.judgement ?? null;
    if (judgement === null)
        return { failure: exitFailure(commands.at(-1)) };
    const { status, reason } = judgement;
    return { failure: status === "failed" ? reason : null, warning: status === "warned" ? reason : null };
}
function exitFailure(command) {
    if (command === undefined)
        return "docker did not run";
    const { exitCode, signal } = command;
    if (exitCode === 0)
        return null;
    return exitCode === null ? `docker was ended by ${signal ?? "a signal"}` : `docker exited with ${exitCode}`;
}
/** Answers its path as reports name it, null when there is none. */
async function keepTarball({ tarball }, output) {
    if (tarball === null)
        return null;
    const path = (0,external_node_path_.join)(output.image, (0,external_node_path_.basename)(tarball));
    await (0,files/* moveFile */.mV)(tarball, path);
    return output.relative(path);
}
/** Problems in the Dockerfile as findings; `path` is relative to the repository. */
function dockerfileFindings(facts, path) {
    const severity = facts.judgement?.status === "failed" ? "error" : "warning";
    return facts.dockerfileProblems.map(({ line, message }) => ({
        source: "dockerfile",
        severity,
        path,
        line,
        column: null,
        title: severity === "error" ? "Image does not build" : "Dockerfile check",
        message,
    }));
}

// EXTERNAL MODULE: ./build/stage/src/gates/image/references.js
var references = __nccwpck_require__(42879);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __nccwpck_require__(71877);
;// CONCATENATED MODULE: ./build/stage/src/gates/image/source.js



/**
 * A Dockerfile where there is one or is asked for, else the binary that a stage makes. `name`: of the image, without registry and path. Throws UsageError
 * when inputs contradict.
 */
function chooseSource(facts, name) {
    const { config, dockerfile } = facts;
    if (config.dockerFrom === "binary")
        return binarySource(facts, name) ?? withoutMain(config);
    if (dockerfile !== null)
        return dockerfileSource(facts);
    const missing = `no Dockerfile at ${config.dockerfile}`;
    if (config.docker === "auto" && !config.given.has("dockerfile"))
        return { status: "skipped", reason: missing };
    const binary = config.dockerFrom === "auto" && !config.given.has("dockerfile") ? binarySource(facts, name) : null;
    return binary ?? { status: "failed", reason: `${missing}: add one, or set dockerfile to where it is` };
}
function withoutMain(config) {
    const status = config.docker === "auto" ? "skipped" : "failed";
    return { status, reason: "no main package to make an image of (docker-from: binary)" };
}
function dockerfileSource({ config, secretIds }) {
    const source = {
        type: "dockerfile",
        context: config.dockerContext,
        dockerfile: config.dockerfile,
        target: config.dockerTarget,
        buildArgs: config.dockerBuildArgs,
        secretIds,
    };
    return { source, platforms: config.dockerPlatforms, needs: [], build: null };
}
function binarySource(facts, name) {
    const builds = facts.planned.filter((stage) => stage.gate === "build" && stage.variant?.startsWith("linux/") === true);
    const packages = new Set(builds.flatMap((stage) => stage.binaries.map((binary) => binary.package)));
    if (packages.size === 0 && builds.length > 0)
        return null;
    const platforms = binaryPlatforms(facts);
    const main = mainOf([...packages], name);
    const found = platforms.map((platform) => binaryFor(builds, platform, main));
    const missing = platforms.filter((_, index) => found[index] === null).map(model_platform/* platformKey */.Ng);
    if (missing.length > 0) {
        return { status: "failed", reason: `${main} is not built for ${missing.join(", ")}, so there is no image of it` };
    }
    const binaries = found.filter((binary) => binary !== null);
    return {
        source: { type: "binary", binaries, entrypoint: (0,gates_binaries/* packageName */.oZ)(main) },
        platforms,
        needs: binaries.map((binary) => binary.stage),
        build: builds.find((stage) => stage.id === binaries[0]?.stage) ?? null,
    };
}
function binaryFor(builds, platform, main) {
    for (const { id, variant, binaries } of builds) {
        const binary = variant === (0,model_platform/* platformKey */.Ng)(platform) ? binaries.find((planned) => planned.package === main) : undefined;
        if (binary !== undefined)
            return { platform, stage: id, out: binary.out };
    }
    return null;
}
/** `docker-platforms`, else the engine's own Linux platform, else the first one for Linux that is built at all. */
function binaryPlatforms({ config, inspection: { native } }) {
    const why = "docker-from: binary makes the image of the binary that the build stage made";
    if (config.build === "false")
        throw new errors/* UsageError */.eb([`build: false leaves no binary for the image (${why}).`]);
    const built = config.platforms.filter((platform) => platform.os === "linux");
    if (config.dockerPlatforms.length > 0) {
        const keys = built.map(model_platform/* platformKey */.Ng);
        const missing = config.dockerPlatforms.map(model_platform/* platformKey */.Ng).filter((key) => !keys.includes(key));
        if (missing.length === 0)
            return config.dockerPlatforms;
        throw new errors/* UsageError */.eb([`docker-platforms: ${missing.join(", ")} is not in platforms (${why}).`]);
    }
    const own = built.find((platform) => platform.arch === native.arch) ?? built[0];
    if (own === undefined)
        throw new errors/* UsageError */.eb([`platforms: none is for Linux (${why}). Add linux/${native.arch}.`]);
    return [own];
}
/** One image holds one program: the only one, or the one that has the image's name. */
function mainOf(packages, name) {
    const chosen = packages.length === 1 ? packages : packages.filter((main) => (0,gates_binaries/* packageName */.oZ)(main).toLowerCase() === name);
    if (chosen.length === 1 && chosen[0] !== undefined)
        return chosen[0];
    throw new errors/* UsageError */.eb([
        `docker-from: an image holds one program, and there are ${packages.length} main packages (${packages.join(", ")}). ` +
            "Set image-name to the name of the one it is made of, choose with main-packages, or write a Dockerfile.",
    ]);
}

;// CONCATENATED MODULE: ./build/stage/src/gates/image/plan.js




/** Throws UsageError when it cannot be pushed under these names. */
function imageNames({ config, modules, directory, workingDirectory }) {
    const own = modules.length === 1 ? modules[0] : modules.find(({ dir }) => dir === directory);
    const name = config.imageName ?? defaultName(own?.path ?? workingDirectory);
    return { name, references: (0,references/* imageReferences */.E)(name, config.imageTags, config.imageOutput) };
}
/** What the image is made of, from the inputs and what was planned so far. Throws UsageError when inputs contradict each other. */
function imageSource(facts, name) {
    return notHere(facts) ?? chooseSource(facts, name.split("/").at(-1) ?? name);
}
/** One input switches all stages of the image. */
function dockerToggle({ docker }) {
    return docker;
}
function notHere({ config, dockerfile, builder }) {
    if (config.docker === "false")
        return { status: "disabled", reason: "switched off by `docker: false`" };
    const wanted = dockerfile !== null || config.given.has("dockerfile") || config.dockerFrom === "binary";
    if (config.docker === "auto" && wanted && !builder.ok)
        return { status: "skipped", reason: builder.reason };
    return null;
}
/** The last element of a module's path, or of a directory where no module is the one, as an image name: lower case, other characters become `-`. */
function defaultName(path) {
    const name = (0,gates_binaries/* packageName */.oZ)(path.replaceAll("\\", "/"))
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, (run) => (/^[._-]$/.test(run) ? run : "-"))
        .replace(/^[._-]+|[._-]+$/g, "");
    return name === "" ? "app" : name;
}
/** The stage that builds the image, which is planned before those that do something with it. */
function plannedImage({ planned, idOf }) {
    const id = idOf("image");
    const stage = planned.find((candidate) => candidate.id === id);
    if (stage === undefined)
        throw new Error(`${id} has to be planned before what is done with the image`);
    return stage;
}
/** Later stages share the fate of an image that is not made (and say what they need all the same: reports tell stages of one fate together); one that is known to fail blocks them by itself. */
function unmade({ step }) {
    return (0,model_stage/* isRunnable */.i)(step) || step.status === "failed" ? null : step;
}

;// CONCATENATED MODULE: ./build/stage/src/gates/deliver.js





/** The image is handed over: loaded, saved or pushed. A push waits for every other stage. */
const deliver = {
    name: "deliver",
    scope: "run",
    input: "docker",
    inputs: deliverInputs,
    group: "Image",
    toggle: dockerToggle,
    findings: [],
    log: "commands",
    output: () => wholeOutput,
    plan(facts) {
        const { config, planned, timeoutMs } = facts;
        const image = plannedImage(facts);
        const { name, references: tags } = imageNames(facts);
        const { imageOutput: outputs } = config;
        const pushes = outputs !== "default" && outputs.includes("push");
        // A smoke test that does not run is over at once, before the image is there.
        const needs = pushes ? planned.map((stage) => stage.id) : [image.id, facts.idOf("smoke")];
        const step = { type: "deliver-image", outputs, name, tags, timeoutMs, weight: 4 };
        const off = outputs !== "default" && outputs.length === 0 ? notWanted : null;
        return [{ step: unmade(image) ?? off ?? step, needs, command: deliverCommand(config, image, tags) }];
    },
    judge: (_, outcome, bench) => judgeImage(outcome, bench),
};
const notWanted = { status: "disabled", reason: "switched off by `image-output: none`" };

// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var paths = __nccwpck_require__(60938);
;// CONCATENATED MODULE: ./build/stage/src/go/access.js
const rules = [
    {
        words: /No \S+ host key is known for (\S+) and you have requested strict checking/,
        problem: ([, host = ""]) => ({
            cause: `SSH knows no host key of ${host}`,
            remedy: `put the host key of ${host} into \`git-ssh-known-hosts\` (ssh-keyscan prints it; compare it with what the host publishes)`,
            environment: true,
        }),
    },
    {
        words: /Host key for (\S+) has changed and you have requested strict checking/,
        problem: ([, host = ""]) => ({
            cause: `${host} has another host key than the one that is known`,
            remedy: `find out why before you change \`git-ssh-known-hosts\`: another server may answer in the place of ${host}`,
            environment: true,
        }),
    },
    {
        words: /\S+@(\S+): Permission denied \(/,
        problem: ([, host = ""]) => ({
            cause: `${host} takes no SSH key that it was shown`,
            remedy: `allow the public part of \`git-ssh-key\` to read the repository on ${host}, as a deploy key or with an account`,
            environment: true,
        }),
    },
    {
        words: /\bssh: (?:command )?not found|cannot run ssh\b/,
        problem: () => ({
            cause: "there is no ssh",
            remedy: "install an SSH client (openssh-client), or use a `go-image` that has one",
            environment: true,
        }),
    },
    {
        words: /exec: "git": executable file not found/,
        problem: () => ({
            cause: "there is no git",
            remedy: "install git, or use a `go-image` that has it: modules that no proxy has are fetched with it",
            environment: true,
        }),
    },
    {
        words: /could not read (?:Username|Password) for '[a-z]+:\/\/(?:[^@/']*@)?([^/']+)/,
        problem: ([, host = ""]) => ({
            cause: `${host} asks for a login`,
            remedy: `give one in \`git-credentials\`, or \`git-ssh-key\` with ${host} in \`goprivate\`; a repository that is not there asks too`,
            environment: false,
        }),
    },
    {
        words: /no secure protocol found for repository/,
        problem: () => ({
            cause: "neither https nor SSH found a repository",
            remedy: "check the path; private ones need `git-credentials`, or `git-ssh-key` with the host in `goprivate` and, unless it is built in, in `git-ssh-known-hosts`",
            environment: false,
        }),
    },
];
/** What git, ssh and the go command say of a repository that they cannot reach; null: something else is wrong. */
function accessProblem(text) {
    for (const { words, problem } of rules) {
        const match = words.exec(text);
        if (match !== null)
            return problem(match);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/stage/src/go/go-quote.js
const simple = {
    a: "\x07",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
    "\\": "\\",
    '"': '"',
};
/** Reverses Go's `%q` (strconv.Quote): takes the text between the quotes. Bytes that are no UTF-8, `\x..`, are read as Latin-1. */
function unquote(text) {
    return text.replace(/\\(?:([abfnrtv\\"])|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))/g, (whole, letter, byte, short, long) => {
        if (letter !== undefined)
            return simple[letter] ?? whole;
        const code = Number.parseInt(byte ?? short ?? long ?? "", 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
/** The quoted strings of a line, in order, without what stands between them. */
function quotedStrings(line) {
    return [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => unquote(match[1] ?? ""));
}

// EXTERNAL MODULE: ./build/stage/src/go/go-words.js
var go_words = __nccwpck_require__(49697);
// EXTERNAL MODULE: ./build/stage/src/go/source-map.js
var source_map = __nccwpck_require__(89001);
;// CONCATENATED MODULE: ./build/stage/src/go/deps.js







/** Reads the output of `go list -e -deps -test -f <depsTemplate> <patterns>`. */
function parseDeps({ stdout, stderr, exitCode }, options) {
    const missing = uniqueOf(stdout
        .split("\n")
        .map(readLine)
        .filter((entry) => entry !== null));
    const findings = missing.map((entry) => missingFinding(entry, options));
    if (exitCode !== 0)
        findings.push(...goFindings(stderr, exitCode, options));
    return conclude(findings);
}
/** Reads the output of `go mod verify`, which names modules whose files differ from what was downloaded. */
function parseModVerify({ stdout, stderr, exitCode }, options) {
    if (exitCode === 0)
        return conclude([]);
    const modified = `${stdout}\n${stderr}`.split(/\r?\n/).filter((line) => / (?:dir|zip) has been modified /.test(line));
    if (modified.length === 0)
        return conclude(goFindings(stderr, exitCode, options));
    return conclude(modified.map((line) => deps("a downloaded module has been modified", withRemedy(line))));
}
function conclude(findings) {
    return {
        findings,
        failedBecause: failureReason(findings),
        environment: findings.length > 0 && findings.every(({ message }) => isEnvironment(message)),
    };
}
function isEnvironment(message) {
    return network.test(message) || named(message) || accessProblem(message)?.environment === true;
}
function named(message) {
    return (0,named_setting/* namedSetting */.y1)(message) !== null;
}
function readLine(line) {
    const [importPath, position, error, importedBy = ""] = quotedStrings(line);
    if (importPath === undefined || position === undefined || error === undefined)
        return null;
    return { importPath, position, error, importedBy };
}
/** A package and its test variants miss the same import. */
function uniqueOf(entries) {
    const seen = new Map(entries.map((entry) => [`${entry.importPath}\n${entry.position}`, entry]));
    return [...seen.values()];
}
function missingFinding(entry, options) {
    if ((0,go_words/* isOutsideWorkspace */.V_)(entry.error))
        return outsideWorkspace(entry.error, options);
    const at = /^(.+?):(\d+)(?::(\d+))?$/.exec(entry.position);
    const path = at?.[1] === undefined ? null : (0,source_map/* repoPath */.qN)(options, at[1], options.cwd);
    const by = entry.importedBy === "" || path !== null ? "" : `\nimported by ${entry.importedBy}`;
    const unsummed = entry.error.includes("missing go.sum entry");
    const cause = named(entry.error) ? (0,go_words/* goWords */.q2)(entry.error).said : accessProblem(entry.error)?.cause;
    const title = unsummed
        ? `go.sum has no entry for ${entry.importPath}`
        : `cannot find ${entry.importPath}${cause === undefined ? "" : `: ${cause}`}`;
    const remedy = inRepository(entry, options);
    const message = remedy === null ? withRemedy(entry.error + by) : `${entry.error}${by}\n${remedy}`;
    return deps(title, message, path === null ? undefined : { path, line: at?.[2], column: at?.[3] });
}
/** What to do about a package of a module of this repository; null for all others. */
function inRepository({ importPath, error }, options) {
    const module = (0,source_map/* owner */.eC)(options, importPath);
    if (module === null || notReplaced.test(error))
        return null;
    if (module.dir === options.cwd)
        return "add the package to this module, or correct its path";
    const seen = (options.goWork ?? null) !== null || error.includes("does not contain package");
    if (seen)
        return `add the package to the module in ${module.dir}, or correct its path`;
    const path = external_node_path_.posix.relative(options.cwd, module.dir);
    const local = path.startsWith("../") ? path : `./${path}`;
    return `${module.path} is the module in ${module.dir}: publish it and require that version, or add \`replace ${module.path} => ${local}\` to go.mod`;
}
function outsideWorkspace(error, options) {
    const { said } = (0,go_words/* goWords */.q2)(error);
    const title = `go.work does not list the module in ${(0,paths/* placeName */.fW)(options.cwd)}: ${said.replace(/^pattern \S+: /, "")}`;
    const remedy = "run `go work use .` in the module's directory and commit go.work";
    return deps(title, `${error}\n${remedy}`, workPlace(options));
}
function workPlace({ goWork }) {
    return goWork === undefined || goWork === null ? undefined : { path: goWork };
}
/** What `go` itself said before it gave up: a broken go.mod, vendoring that does not fit, a checksum that differs. */
function goFindings(stderr, exitCode, options) {
    const text = (0,go_words/* withoutProgress */.ys)(stderr).trim();
    const ended = `go has ended with ${exitCode === null ? "a signal" : `exit code ${exitCode}`}`;
    if (text === "")
        return [deps(ended, "without a message")];
    const setting = (0,named_setting/* namedSetting */.y1)(text);
    if (setting !== null)
        return [deps((0,named_setting/* settingProblem */.oG)(setting, titleOf(text)), text)];
    const placed = [
        ...text.matchAll(/^(?:go: )?((?:[A-Za-z]:[\\/])?[^:\s]*go\.(?:mod|sum|work)):(\d+)(?::(\d+))?: (.+)$/gm),
    ];
    if (placed.length > 0) {
        return placed.map(([, file = "", line, column, message = ""]) => {
            const path = (0,source_map/* repoPath */.qN)(options, file, options.cwd);
            const title = unreadable(text) ?? message.slice(0, titleLimit);
            return deps(title, message, path === null ? undefined : { path, line, column });
        });
    }
    return [deps(titleOf(text), withRemedy((0,go_words/* sentenceFirst */.af)(text)), fileAtFault(text, options))];
}
function deps(title, message, at) {
    const place = { path: at?.path ?? null, line: positive(at?.line), column: positive(at?.column) };
    return { source: "deps", severity: "error", ...place, title, message };
}
/** The file to look at when Go names no line. */
function fileAtFault(text, options) {
    if (/\bgo\.work\b|\bin workspace$/.test((0,go_words/* goWords */.q2)(text).said) || vendorsWork(text))
        return workPlace(options);
    const name = text.includes("checksum mismatch") || /missing go\.sum entry/.test(text) ? "go.sum" : "go.mod";
    const path = (0,source_map/* repoPath */.qN)(options, name, options.cwd);
    return path === null ? undefined : { path };
}
function vendorsWork(text) {
    return text.includes("inconsistent vendoring") && /\bgo work vendor\b/.test(text);
}
/** Characters of a title. */
const titleLimit = 200;
function unreadable(text) {
    const file = /errors parsing (?:\S*[\\/])?(go\.(?:mod|work|sum)):/.exec(text)?.[1];
    return file === undefined ? null : `${file} cannot be read`;
}
function titleOf(text) {
    if (text.includes("inconsistent vendoring"))
        return `vendor does not fit ${vendorsWork(text) ? "go.work" : "go.mod"}`;
    if (text.includes("checksum mismatch"))
        return "checksum mismatch";
    const access = accessProblem(text);
    if (access !== null)
        return `cannot fetch ${/^(?:go: )?(\S+@\S+?):/m.exec(text)?.[1] ?? "a module"}: ${access.cause}`;
    // The first sentence of everything else says what is wrong; a command that it advises is never cut off.
    const { said, more } = (0,go_words/* goWords */.q2)(text);
    const advice = more === "" || more.length > titleLimit / 2 ? "" : `: ${more}`;
    return unreadable(text) ?? said.slice(0, titleLimit - advice.length) + advice;
}
const notReplaced = /replacement directory .* does not exist/;
const remedies = [
    [/\bgo work vendor\b/, "run `go work vendor` and commit the result"],
    [
        /cannot load module .* listed in go\.work file: open /,
        "commit the directory with its go.mod, or take it out of go.work with `go work edit -dropuse=<directory>`",
    ],
    [/inconsistent vendoring|import lookup disabled by -mod=vendor/, "run `go mod vendor` and commit the result"],
    [/checksum mismatch/, "find out why the module has changed before you accept its new checksum"],
    [/directory not found|no such file or directory|matched no packages/, "correct the pattern in `packages`"],
    [/go work use/, "run it in the directory of go.work, and commit go.work"],
    [/has been modified/, "run `go clean -modcache` and download it again"],
    [/is not in std/, "correct the import path: a module's path begins with a host name"],
    [notReplaced, "correct the `replace` in go.mod, or commit the directory"],
    [
        /missing go\.sum entry|no required module provides package|updates to go\.(?:mod|sum) needed/,
        "run `go mod tidy` and commit go.mod and go.sum",
    ],
];
function withRemedy(message) {
    const remedy = accessProblem(message)?.remedy ?? remedies.find(([pattern]) => pattern.test(message))?.[1];
    return remedy === undefined ? message : `${message}\n${remedy}`;
}
/** Messages of Go's net and net/http packages, and of the module proxy client for an answer that is no answer. */
const network = /dial (?:tcp|udp)|no such host|i\/o timeout|TLS handshake|connection re(?:fused|set)|server misbehaving|: EOF\b|\b(?:429|5\d\d) [A-Z][a-z]+|context deadline exceeded|module lookup disabled by GOPROXY=off/;
function failureReason(findings) {
    const first = findings[0];
    if (first === undefined)
        return null;
    const titles = [...new Set(findings.map((finding) => finding.title))];
    const more = titles.length > 3 ? `, and ${titles.length - 3} more` : "";
    return titles.slice(0, 3).join(", ") + more;
}
function positive(text) {
    const value = Number(text);
    return Number.isSafeInteger(value) && value >= 1 ? value : null;
}

;// CONCATENATED MODULE: ./build/stage/src/go/deps-template.js
/**
 * For `go list -e -deps -test -f <template> <patterns>`: one line per package that Go could not find, nothing for the
 * others. Such a package has no directory; one with a syntax error, a cycle or a missing embedded file has one, and
 * belongs to vet, test and build. The fields are quoted as Go quotes them, so that no content can end a line: import path, position,
 * error, and the package that imports it (elements of the stack are strings before Go 1.24 and structs after, so only the first
 * quoted part of it counts).
 */
const depsTemplate = '{{if .Error}}{{if not .Dir}}{{printf "%q %q %q" .ImportPath .Error.Pos .Error.Err}} {{with .Error.ImportStack}}{{printf "%q" (index . 0)}}{{end}}{{"\\n"}}{{end}}{{end}}';

;// CONCATENATED MODULE: ./build/stage/src/go/lacking-sums.js

/** Reads the output of a go command in words of Go 1.26 and 1.27; null when it misses nothing in go.sum. */
function lackingSums(output, map) {
    const paths = [...output.matchAll(/missing go\.sum entry for module providing package ([^\s";]+)/g)]
        .concat([...output.matchAll(/([^\s"@]+)@v[^\s":]+: missing go\.sum entry/g)])
        .map(([, path = ""]) => path);
    if (paths.length === 0 && !/missing go\.sum entry|updates to go\.sum needed/.test(output))
        return null;
    const owners = paths.map((path) => (0,source_map/* owner */.eC)(map, path));
    const found = new Map(owners.flatMap((module) => (module === null ? [] : [[module.dir, module.path ?? ""]])));
    return {
        own: [...found].map(([dir, path]) => ({ dir, path })),
        others: owners.length === 0 || owners.includes(null),
    };
}

// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __nccwpck_require__(14083);
;// CONCATENATED MODULE: ./build/stage/src/gates/member-sums.js








/**
 * In a workspace go.work.sum and the go.sum files of all members count together; who takes a module of it alone has its own go.sum only. Asks the same of
 * each alone with the Go of the workspace, whatever its own `toolchain` line asks for, and fetches nothing for it. Says `-mod=readonly` because a vendor directory would be taken in place of go.sum, and `-mod=mod` of GOFLAGS writes it.
 */
function sumChecks({ workspace, members }, tags, patternsOf) {
    if (workspace === null)
        return [];
    const list = ["list", "-e", "-deps", "-test", "-mod=readonly", ...(0,go_flags/* tagFlags */.av)(tags), "-f", depsTemplate, "--"];
    return members.map((member) => ({
        tool: "go",
        args: [...list, ...patternsOf(member)],
        env: { GOWORK: "off", GOPROXY: "off", ...toolchainOf(member) },
        cwd: { dir: member.module.dir },
        advisory: true,
    }));
}
function toolchainOf({ goVersion }) {
    const name = goVersion === null ? null : (0,go_version/* toolchainName */.R3)(goVersion);
    return name === null ? {} : { GOTOOLCHAIN: name };
}
/** The judgement with a warning for each member whose go.sum is incomplete or was not compared; `outcomes` in the order of `commands`. */
async function withLackingSums(judgement, { commands, outcomes, map }) {
    const lacking = [];
    const unasked = [];
    for (const [index, { advisory, cwd }] of commands.entries()) {
        const outcome = outcomes[index];
        if (advisory !== true || typeof cwd === "string" || outcome === undefined)
            continue;
        const { stdout, stderr } = await outputOf([outcome]);
        const found = lackingSums(`${stdout}\n${stderr}`, map);
        if (found !== null)
            lacking.push({ dir: cwd.dir, ...found });
        else if (outcome.exitCode !== 0)
            unasked.push({ dir: cwd.dir, why: (0,go_words/* goSentence */.Mq)(stderr) || exitWords(outcome) });
    }
    if (lacking.length + unasked.length === 0)
        return judgement;
    const findings = [...judgement.findings, ...lacking.flatMap(findingsOf), ...unasked.map(unaskedFinding)];
    return { ...judgement, findings, ...(judgement.failure === null ? { warning: warningOf(lacking, unasked) } : {}) };
}
function exitWords({ exitCode }) {
    return `go list ${exitCode === null ? "was ended by a signal" : `exited with ${exitCode}`}`;
}
function unaskedFinding({ dir, why }) {
    return {
        source: "deps",
        severity: "warning",
        ...{ path: external_node_path_.posix.join(dir, "go.mod"), line: null, column: null },
        title: "go.sum was not compared: Go cannot load this module without go.work",
        message: `${why}\nWho uses this module by itself meets the same. See for yourself: ${(0,shell/* shellCommand */.q$)(dir, ["go", "list", "-deps", "./..."], { GOWORK: "off" })}`,
    };
}
function findingsOf({ dir, own, others }) {
    const warning = { source: "deps", severity: "warning", line: null, column: null };
    const tidy = (0,shell/* shellCommand */.q$)(dir, ["go", "mod", "tidy"], { GOWORK: "off" });
    const unpublished = own.map((module) => ({
        ...warning,
        path: external_node_path_.posix.join(dir, "go.mod"),
        title: `only go.work says where ${module.path} is`,
        message: `Who uses this module by itself does not get the one in ${module.dir}. Publish it and require that version; for builds in this repository a \`replace\` line does. Then run: ${tidy}`,
    }));
    const incomplete = {
        ...warning,
        path: external_node_path_.posix.join(dir, "go.sum"),
        title: "go.sum is complete only together with go.work",
        message: `Who uses this module by itself misses entries. Run: ${tidy}`,
    };
    return others ? [...unpublished, incomplete] : unpublished;
}
function warningOf(lacking, unasked) {
    const incomplete = lacking.filter(({ others }) => others).map(({ dir }) => dir);
    const unpublished = lacking.filter(({ own }) => own.length > 0).map(({ dir }) => dir);
    const parts = [
        ...(incomplete.length === 0
            ? []
            : [
                `go.sum of ${incomplete.join(", ")} is complete only together with go.work: run \`GOWORK=off go mod tidy\` there`,
            ]),
        ...(unpublished.length === 0
            ? []
            : [`only go.work says where modules are that ${unpublished.join(", ")} requires`]),
        ...(unasked.length === 0
            ? []
            : [
                `go.sum of ${unasked.map(({ dir }) => dir).join(", ")} was not compared: Go cannot load a module there without go.work`,
            ]),
    ];
    return parts.join("; ");
}

// EXTERNAL MODULE: ./build/stage/src/gates/shared.js
var shared = __nccwpck_require__(71310);
;// CONCATENATED MODULE: ./build/stage/src/gates/deps.js














const inputs = {
    deps: (0,input/* input */.hF)(choice/* toggle */.L$, "true", {
        description: `Check that every dependency is there and that go.sum is complete. ${shared/* warns */.w}`,
    }),
    "mod-verify": (0,input/* input */.hF)(choice/* boolean */.zM, "false", { description: "Also run `go mod verify` in the `deps` stage." }),
};
/** Everything that packages and their tests import is there, and go.sum is complete. */
const deps_deps = {
    name: "deps",
    scope: "workspace",
    input: "deps",
    inputs,
    group: "Checks and tests",
    toggle: (config) => config.deps,
    findings: [
        { source: "deps", title: "Dependencies", rank: 1, basic: true, style: "line", command: "stage", byCompiler: false },
    ],
    log: "commands",
    output: () => wholeOutput,
    plan(facts) {
        const { config, unit } = facts;
        const patterns = unitPatterns(unit);
        const module = { ...unitModule(unit), dir: unit.dir };
        const list = ["list", "-e", "-deps", "-test", ...(0,go_steps/* moduleArgs */.GY)({ ...facts, module })];
        const commands = [(0,go_steps/* goCommand */.U3)([...list, "-f", depsTemplate, "--", ...patterns])];
        if (config.modVerify)
            commands.push({ ...(0,go_steps/* goCommand */.U3)(["mod", "verify"]), talks: true });
        commands.push(...sumChecks(unit, config.buildTags, patternsOf));
        const step = (0,go_steps/* execStep */.i7)({ ...facts, module }, commands, {
            // go list -e exits with 0 and lists what is missing.
            passes: "exit-zero-and-silent",
            gets: { logins: true, testEnv: false },
            // What a module proxy has decides about it.
            reuse: "by-tool",
            weight: 0,
        });
        return [{ needs: [], step, command: goLine({ ...facts, module }, [...list, ...patterns]) }];
    },
    async judge(stage, outcome, { source, project, config }) {
        const commands = (0,model_stage/* isRunnable */.i)(stage.step) && stage.step.type === "exec" ? stage.step.commands : [];
        const goWork = goWorkOf(stage.module, commands, project);
        const judgement = await judgeExec(stage, outcome, async (judged) => {
            const { dir, death } = judged;
            const [list] = outcome.commands;
            if (list === undefined)
                return { failure: failureOf(judged), findings: [] };
            const verify = config.modVerify ? outcome.commands[1] : undefined;
            const options = { ...source, cwd: dir, goWork };
            // What a tool that died said on standard error is no verdict; what it had listed by then is missing.
            const output = async (command) => ({
                ...(await outputOf([command])),
                exitCode: death === null ? command.exitCode : 0,
            });
            const listed = parseDeps(await output(list), options);
            const found = listed.failedBecause !== null || verify === undefined ? listed : parseModVerify(await output(verify), options);
            const { findings, failedBecause, environment } = found;
            return { failure: failureOf(judged, failedBecause), findings, broken: death === null && environment };
        });
        return withLackingSums(judgement, { commands, outcomes: outcome.commands, map: source });
    },
};
/** Of several modules that Go loads together, what each command needs is go.work's. */
function unitModule({ members }) {
    const [first] = members;
    if (first === undefined)
        throw new Error("deps: a unit without modules");
    return members.length === 1 ? first.module : { ...first.module, env: {} };
}
function unitPatterns({ dir, members }) {
    const [only] = members;
    if (only !== undefined && members.length === 1)
        return patternsOf(only);
    const all = members.flatMap((member) => patternsOf(member).map((pattern) => (0,project_patterns/* isLocal */.IX)(pattern) ? (0,project_patterns/* localPath */.$S)(external_node_path_.posix.relative(dir, member.module.dir), pattern) : pattern));
    return [...new Set(all)];
}
/** Where no pattern matches, something may still be built. */
function patternsOf({ patterns, module }) {
    return patterns.length === 0 ? (0,project_patterns/* modulePatterns */.yh)(["./..."], module) : patterns;
}
/** A module may lie beside a go.work that does not name it: its own commands say that they run without. */
function goWorkOf(module, commands, { modules, workspaces }) {
    if (commands.some(({ env, advisory }) => env["GOWORK"] === "off" && advisory !== true))
        return null;
    const own = modules.find(({ dir }) => dir === module)?.workspace ?? null;
    return own ?? workspaces.find(({ path }) => external_node_path_.posix.dirname(path) === module)?.path ?? null;
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/parse.js
var parse = __nccwpck_require__(73857);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __nccwpck_require__(37291);
;// CONCATENATED MODULE: ./build/stage/src/go/file-diff.js

/**
 * Reads unified diffs, one file after the other. Throws on a diff that was cut off.
 */
function parseDiffs(text) {
    return (0,parse/* parsePatch */.i)(text).flatMap(({ oldFileName, hunks }) => {
        if (oldFileName === undefined)
            return [];
        return [{ name: oldFileName, line: firstChange(hunks), hunks }];
    });
}
/** The diff of the file at `path`, relative to the repository, without what only the tool knows. */
function diffText(path, hunks) {
    const names = { oldFileName: path, newFileName: path, oldHeader: "", newHeader: "" };
    return (0,create/* formatPatch */.Gu)({ ...names, hunks: [...hunks] }, create/* FILE_HEADERS_ONLY */.jr).trimEnd();
}
/** True when nothing differs but carriage returns at the ends of lines, as a checkout with `core.autocrlf` makes them. */
function isLineEndsOnly(hunks) {
    const lines = (sign) => hunks
        .flatMap((hunk) => hunk.lines)
        .filter((line) => line.startsWith(sign))
        .map((line) => line.slice(1).replace(/\r$/, ""))
        .join("\n");
    return lines("-") === lines("+");
}
function firstChange([hunk]) {
    if (hunk === undefined)
        return 1;
    const before = hunk.lines.findIndex((line) => /^[-+]/.test(line));
    return Math.max(1, hunk.oldStart + Math.max(0, before));
}

;// CONCATENATED MODULE: ./build/stage/src/gates/changes.js

/** Says that a tool would change files, and how. `formats`: it also formats them. */
function changes(source, title, files, formats = false) {
    return {
        findings: files.map(({ path, line, diff }) => {
            return { source, severity: "error", path, line, column: null, title, message: diff };
        }),
        products: files.length === 0 ? [] : [{ type: "patch", files, formats }],
    };
}
/** The diffs that a tool printed. `pathOf` answers null for what is no file of the repository; null: what was printed cannot be read as diffs. */
function printedChanges(stdout, pathOf, counts = () => true) {
    const diffs = readable(stdout);
    if (diffs === null)
        return null;
    return diffs.flatMap(({ name, line, hunks }) => {
        const path = pathOf(name);
        return path === null || !counts(hunks) ? [] : [{ path, line, diff: diffText(path, hunks) }];
    });
}
function readable(text) {
    try {
        return parseDiffs(text);
    }
    catch {
        // What it holds beyond the limit was cut off, or the tool died while it wrote.
        return null;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/gates/fix.js












const fix_inputs = {
    fix: (0,input/* input */.hF)(choice/* toggle */.L$, "false", {
        description: `Check that \`go fix\` has nothing to modernize (Go 1.26 and later). ${shared/* warns */.w}`,
    }),
};
/** `go fix -diff` prints nothing. */
const fix = {
    name: "fix",
    scope: "module",
    input: "fix",
    inputs: fix_inputs,
    group: "Checks and tests",
    toggle: (config) => config.fix,
    findings: [
        compileError,
        { source: "fix", title: "go fix", rank: 5, basic: false, style: "diff", command: "stage", byCompiler: false },
    ],
    log: "commands",
    output: () => wholeOutput,
    plan(facts) {
        const { inspection, patterns } = facts;
        // https://go.dev/doc/go1.26#go-command
        const args = ["fix", "-diff", ...(0,go_steps/* moduleArgs */.GY)(facts), ...patterns];
        const step = (0,go_steps/* execStep */.i7)(facts, [(0,go_steps/* goCommand */.U3)(args)], {
            passes: "exit-zero-and-silent",
            gets: (0,go_steps/* fetches */.z)(facts),
            compiles: { platform: inspection.native, race: false },
            reuse: "by-go-sources",
            weight: 1,
        });
        const notRun = (0,go_steps/* olderThan */.W7)("1.26", "go fix -diff", facts) ?? (0,go_steps/* withoutPackages */.mP)(facts);
        return [{ needs: [facts.idOf("deps")], step: notRun ?? step, command: goLine(facts, args) }];
    },
    judge: (stage, outcome, { source: map }) => judgeExec(stage, outcome, async (judged) => {
        const { dir } = judged;
        const { stdout, stderr } = await outputOf(outcome.commands);
        // `/src/a.go (old)`, absolute (Go 1.26.8, 1.27.4).
        const files = printedChanges(stdout, (name) => (0,source_map/* repoPath */.qN)(map, name.replace(/ \(old\)$/, ""), dir));
        const errors = (0,diagnostics/* parseDiagnostics */.y)(stderr, { ...map, source: "compile", cwd: dir });
        const broken = counted(errors.length, "error");
        if (files === null)
            return { failure: failureOf(judged, broken, "its diff cannot be read"), findings: errors };
        const toFix = files.length === 0 ? null : `${counted(files.length, "file")} to change: go fix`;
        const { findings, products } = changes("fix", "go fix changes it", files, true);
        return { failure: failureOf(judged, broken, toFix), findings: [...errors, ...findings], products };
    }),
};

// EXTERNAL MODULE: ./build/stage/src/go/lfs.js
var lfs = __nccwpck_require__(97244);
;// CONCATENATED MODULE: ./build/stage/src/go/gofmt.js




/** A cut command would be of no use. */
const fixLimit = 120;
/**
 * Reads what `gofmt -l -d <files>` printed. Its exit code says nothing before Go 1.26 and little after: the file names count. They
 * are looked up among those that were given, since a line of a diff may look like anything.
 */
function parseGofmt({ stdout, stderr, files, dir }) {
    const { blocks, strays } = blocksOf(stdout, new Set(files.map(source_map/* slashes */.k2)));
    const unformatted = blocks.map(({ name, lines }) => ({
        path: external_node_path_.posix.normalize(external_node_path_.posix.join(dir, name)),
        line: gofmt_firstChange(lines),
        diff: lines.join("\n"),
    }));
    const command = ["gofmt", "-w", ...blocks.map(({ name }) => (0,shell/* shellWord */.r7)(name))].join(" ");
    const fix = command.length > fixLimit ? "gofmt -w on each" : command;
    const problems = [...strays, ...stderr.split(/\r?\n/)].filter((line) => line.trim() !== "");
    return {
        files: unformatted,
        problems: problems.map((line) => problem(line, dir)),
        fix: blocks.length === 0 ? null : fix,
    };
}
/** A file name on a line of its own, then `diff <name>.orig <name>`, then the diff. `strays`: what precedes the first name. */
function blocksOf(stdout, given) {
    const lines = stdout.split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    const blocks = [];
    const strays = [];
    lines.forEach((line, at) => {
        const name = (0,source_map/* slashes */.k2)(line.replace(/\r$/, ""));
        // Every line of a diff but its first begins with one of ` +-@\`.
        const startsBlock = lines[at + 1]?.startsWith(`diff ${name}.orig `) === true || !/^[ +\-@\\]/.test(line);
        if (given.has(name) && startsBlock)
            blocks.push({ name, lines: [] });
        else
            (blocks.at(-1)?.lines ?? strays).push(line);
    });
    return { blocks, strays };
}
function gofmt_firstChange(lines) {
    const at = lines.findIndex((line) => line.startsWith("@@ "));
    const first = Number(/^@@ -(\d+)/.exec(lines[at] ?? "")?.[1] ?? 1);
    const change = lines.slice(at + 1).findIndex((line) => /^[-+]/.test(line));
    return Math.max(1, first + Math.max(0, change));
}
/** `file:line:col: message`, or any other complaint. */
function problem(text, dir) {
    const at = /^((?:[A-Za-z]:[\\/])?[^:]+):(\d+):(\d+): (.*)$/.exec(text);
    const [, name, line, column, message] = at ?? [];
    return {
        source: "format",
        severity: "error",
        path: name === undefined ? null : external_node_path_.posix.normalize(external_node_path_.posix.join(dir, (0,source_map/* slashes */.k2)(name))),
        line: line === undefined ? null : Math.max(1, Number(line)),
        column: column === undefined ? null : Math.max(1, Number(column)),
        title: at === null ? "gofmt" : "syntax error",
        message: (0,lfs/* withLfs */.UV)(message ?? text),
    };
}

;// CONCATENATED MODULE: ./build/stage/src/gates/format.js










const format_inputs = {
    format: (0,input/* input */.hF)(choice/* toggle */.L$, "true", { description: `Check the formatting with gofmt. ${shared/* warns */.w}` }),
};
/** gofmt finds nothing to change in the repository's own Go files. */
const format_format = {
    name: "format",
    scope: "module",
    looksAt: "files",
    input: "format",
    inputs: format_inputs,
    group: "Checks and tests",
    toggle: (config) => config.format,
    findings: [
        { source: "format", title: "gofmt", rank: 4, basic: false, style: "diff", command: "stage", byCompiler: false },
    ],
    log: "commands",
    output: () => wholeOutput,
    plan(facts) {
        const plain = facts.goFiles.filter((file) => !file.checkoutCrlf).map((file) => file.path);
        const lfCopies = facts.goFiles.filter((file) => file.checkoutCrlf).map((file) => file.path);
        const commands = [
            ...chunks(plain).map((files) => gofmtCommand(files, "module")),
            ...chunks(lfCopies).map((files) => gofmtCommand(files, "lf")),
        ];
        const none = { status: "skipped", reason: "no Go files" };
        const step = (0,go_steps/* execStep */.i7)(facts, commands, {
            lfCopies,
            stopAtFirstFailure: false,
            // Before Go 1.26 gofmt -d exits with 0 whatever it lists.
            passes: "exit-zero-and-silent",
            reuse: "by-sources",
            weight: 6,
        });
        const command = (0,shell/* shellCommand */.q$)(facts.module.dir, ["gofmt", "-l", "-d", "."]);
        return [{ needs: [], step: commands.length === 0 ? none : step, command }];
    },
    judge: (stage, outcome) => judgeExec(stage, outcome, async (judged) => {
        const { dir, step } = judged;
        const { stdout, stderr } = await outputOf(outcome.commands);
        const { files, problems, fix } = parseGofmt({ stdout, stderr, files: formattedFiles(step), dir });
        const toFormat = files.length === 0 ? null : `${counted(files.length, "file")} to format: ${fix}`;
        const { findings, products } = changes("format", "not formatted by gofmt", files, true);
        const failure = failureOf(judged, counted(problems.length, "problem"), toFormat);
        return { failure, findings: [...problems, ...findings], products };
    }),
};
function gofmtCommand(files, cwd) {
    return { tool: "gofmt", args: ["-l", "-d", ...files.map((file) => `./${file}`)], env: {}, cwd };
}
/** Windows allows 32,767 characters on a command line (CreateProcess); other systems more. */
const commandLineLimit = 24_000;
/** Splits a list of files so that each part fits on a command line. */
function chunks(files) {
    const parts = [];
    let room = 0;
    for (const file of files) {
        const size = file.length + 4;
        if (room < size) {
            parts.push([]);
            room = commandLineLimit;
        }
        parts.at(-1)?.push(file);
        room -= size;
    }
    return parts;
}
function formattedFiles({ commands }) {
    const args = commands.flatMap((command) => command.args);
    return args.filter((arg) => typeof arg === "string").filter((arg) => arg.startsWith("./"));
}

;// CONCATENATED MODULE: ./build/stage/src/gates/image.js





/** The image builds. */
const image_image = {
    name: "image",
    scope: "run",
    input: "docker",
    inputs: imageInputs,
    group: "Image",
    toggle: dockerToggle,
    findings: [
        {
            source: "dockerfile",
            title: "Dockerfile",
            rank: 5,
            basic: false,
            style: "line",
            command: "stage",
            byCompiler: false,
        },
    ],
    log: "commands",
    output: () => wholeOutput,
    plan(facts) {
        const { config, labels, timeoutMs } = facts;
        const { name, references } = imageNames(facts);
        const chosen = imageSource(facts, name);
        const command = imageCommand(config, chosen, references);
        if ("status" in chosen)
            return [{ step: chosen, needs: [], command }];
        const { source, platforms, needs } = chosen;
        const step = { type: "build-image", source, platforms, labels, name, timeoutMs, weight: 4 };
        return [{ step, needs, command }];
    },
    judge: (_, outcome, bench) => judgeImage(outcome, bench),
};

;// CONCATENATED MODULE: ./build/stage/src/gates/smoke.js







/** The image answers its smoke test. */
const smoke = {
    name: "smoke",
    scope: "run",
    input: "docker",
    inputs: smokeInputs,
    group: "Image",
    toggle: dockerToggle,
    findings: [
        { source: "smoke", title: "Smoke test", rank: 6, basic: false, style: "line", command: "stage", byCompiler: false },
    ],
    log: "commands",
    output: () => wholeOutput,
    plan(facts) {
        const image = plannedImage(facts);
        const step = unmade(image) ?? foreign(facts, image) ?? smokeStep(facts);
        const command = smokeCommand(facts.config, image, imageNames(facts).references);
        return [{ step, needs: [image.id], command }];
    },
    judge: (_, outcome, bench) => judgeImage(outcome, bench),
};
function smokeStep({ config, timeoutMs }) {
    const { smokePort: port, smokePath: path, smokeStatus: statuses } = config;
    return {
        type: "test-image",
        command: config.smokeCommand,
        commandGiven: config.smokeCommand.length > 0,
        output: config.smokeOutput,
        probe: port === null ? null : { port, path, statuses },
        limitMs: config.smokeTimeout,
        timeoutMs,
        weight: 4,
    };
}
/** An image that is not for this machine's processor is not run: emulation would test the emulator. */
function foreign({ inspection }, { step }) {
    if (!(0,model_stage/* isRunnable */.i)(step) || step.type !== "build-image" || step.platforms.length === 0)
        return null;
    const { arch } = inspection.native;
    if (step.platforms.some((platform) => platform.os === "linux" && platform.arch === arch))
        return null;
    const list = step.platforms.map(model_platform/* platformKey */.Ng).join(", ");
    return { status: "skipped", reason: `${list}: built, not run (this machine is ${arch})` };
}

// EXTERNAL MODULE: ./build/stage/src/collect/coverage-name.js
var coverage_name = __nccwpck_require__(19975);
// EXTERNAL MODULE: ./build/stage/src/go/test-verdict.js
var test_verdict = __nccwpck_require__(48251);
;// CONCATENATED MODULE: ./build/stage/src/kinds/go-test-flags.js
const runsPrograms = "it runs another program in place of Go's own";
const otherSources = "it makes Go check other files than those of the repository";
const writesFiles = "it writes files into the repository, which the pipeline does not collect";
const reportNeeds = "the report is made from the output, which it changes";
const goItself = "only Go itself may set it; without it a run in which tests are missing can look like a pass";
function useInput(name) {
    return { refused: `use the input ${name}` };
}
function each(names, rule) {
    return names.split(" ").map((name) => [name, rule]);
}
/** Flags that are on or off: `-v`, `-v=false`. What each does to the stream was seen with Go 1.26.8 and 1.27.4. */
const switches = [
    // An explicit -v replaces the -test.v=test2json that -json gives the test binary; the log holds what -v prints without it.
    ["v", "drop"],
    ["json", "drop", { refused: reportNeeds }],
    ["cover", "drop", { refused: "the pipeline always measures coverage, and Go then has no profile to write" }],
    ...each("a asan benchmem failfast fullpath linkshared modcacherw msan short trimpath", "pass"),
    ...each("x", { refused: reportNeeds }),
    ...each("artifacts work", { refused: writesFiles }),
    ...each("fuzzworker paniconexit0", { refused: goItself }),
    ...each("h help", { refused: "it only prints help" }),
    ["c", { refused: "it compiles the tests without running them" }],
    ["n", { refused: "it only prints the commands" }],
    ["i", { refused: "it installs packages" }],
    ["buildvcs", useInput("buildvcs")],
    ["race", useInput("race")],
];
const fuzzing = "Go writes no coverage profile while it fuzzes, so the tests would always fail; run `go test -fuzz` in a step of its own. Seeds and the files below testdata/fuzz are tested without it";
/** Flags with a value: `-run=^TestX$`, `-run ^TestX$`. */
const valued = [
    ...each("bench benchtime count cpu fuzzminimizetime fuzztime parallel run shuffle skip", "pass"),
    ...each("blockprofilerate memprofilerate mutexprofilefraction", "pass"),
    ...each("covermode coverpkg", "pass"),
    ...each("asmflags buildmode compiler gccgoflags gcflags installsuffix ldflags p pgo", "pass"),
    ...each("exec toolexec vettool", { refused: runsPrograms }),
    ...each("modfile overlay pkgdir", { refused: otherSources }),
    ...each("blockprofile cpuprofile gocoverdir memprofile mutexprofile outputdir testlogfile trace", {
        refused: writesFiles,
    }),
    ...each("debug-actiongraph debug-runtime-trace debug-trace", { refused: writesFiles }),
    ...each("fuzzcachedir", { refused: goItself }),
    ["fuzz", { refused: fuzzing }],
    ["list", { refused: "it lists the tests without running them" }],
    ["o", { refused: "it compiles the tests to a file" }],
    ["coverprofile", { refused: "the pipeline writes the profile itself, as coverage/coverage.out" }],
    ["mod", { refused: "go.mod and go.sum are never changed, and vendored modules are used as they are" }],
    ["C", useInput("working-directory")],
    ["tags", useInput("build-tags")],
    ["timeout", useInput("test-timeout")],
    ["vet", useInput("vet")],
];
/** The flags of `go test` and of test binaries, by their names without dashes and without `test.`; what is not here belongs to the tests. */
const goTestFlags = new Map([
    ...switches.map((row) => entry(row, false)),
    ...valued.map((row) => entry(row, true)),
]);
function entry([name, rule, off], takesValue) {
    return [name, off === undefined ? { takesValue, rule } : { takesValue, rule, off }];
}

;// CONCATENATED MODULE: ./build/stage/src/kinds/test-flags.js


/** What is wrong with extra words for `go test`. After `-args` words belong to the test binary, which has the same flags as `-test.…`. */
function refuseTestFlags(words) {
    return read(words).flatMap((part) => {
        if (!("rule" in part))
            return part.problem ?? [];
        return typeof part.rule === "string" ? [] : [`${part.name} is not allowed: ${part.rule.refused}`];
    });
}
/** The words that are given to `go test -json`, without the flags whose meaning it has already. */
function passedTestFlags(words) {
    return read(words).flatMap((part) => ("rule" in part && part.rule === "drop" ? [] : part.words));
}
/** Whether the words ask for the output of tests that pass. */
function asksForOutput(words) {
    return read(words).some((part) => "rule" in part && /^-(?:test\.)?v$/.test(part.name) && !isOff(part.words[0] ?? ""));
}
/** As the go command and then the test binary read them (cmd/go/internal/test/testflag.go). */
function read(words) {
    const parts = [];
    let forBinary = false;
    for (let at = 0; at < words.length;) {
        const rest = words.slice(at);
        const [word = ""] = rest;
        const ends = forBinary && word === "--";
        const part = ends ? { words: rest, problem: null } : readPart(rest, forBinary);
        forBinary ||= /^--?args$/.test(word);
        parts.push(part);
        at += part.words.length;
    }
    return parts;
}
function readPart([word = "", next], forBinary) {
    const match = /^--?(test\.)?([^=]+)(=.*)?$/s.exec(word);
    const [, prefix = "", name = "", value] = match ?? [];
    const flag = isForGo(prefix, name, value, forBinary) ? goTestFlags.get(name) : undefined;
    if (flag === undefined)
        return { words: [word], problem: forBinary ? null : terminator(word) };
    const takesNext = flag.takesValue && value === undefined && next !== undefined;
    return { words: takesNext ? [word, next] : [word], name: `-${prefix}${name}`, rule: ruleOf(flag, word) };
}
/** `-h` and `-help` are the flag package's own in every program: it prints the usage and exits with 0, which looks like a pass. */
function isForGo(prefix, name, value, forBinary) {
    return !forBinary || prefix !== "" || (value === undefined && (name === "h" || name === "help"));
}
function ruleOf({ rule, off, takesValue }, word) {
    return !takesValue && off !== undefined && isOff(word) ? off : rule;
}
/** What Go's strconv.ParseBool takes for false. */
function isOff(word) {
    return /=(?:0|f|F|false|FALSE|False)$/.test(word);
}
function terminator(word) {
    return /^--?$/.test(word) ? `${(0,kind/* quote */.hD)(word)} is not allowed; write -args before words for the test binary` : null;
}

// EXTERNAL MODULE: ./build/stage/src/text/secret-names.js
var secret_names = __nccwpck_require__(83797);
;// CONCATENATED MODULE: ./build/stage/src/gates/test-inputs.js










/** How tests run and what counts of them. */
const testInputs = {
    test: (0,input/* input */.hF)(choice/* toggle */.L$, "true", { description: `Run the tests with coverage. ${shared/* warns */.w}` }),
    race: (0,input/* input */.hF)(choice/* boolean */.zM, "false", {
        description: "Run the tests with the race detector, which needs cgo and a C compiler.",
    }),
    "test-flags": (0,input/* several */.J$)(words_words(refuseTestFlags), {
        description: "More flags for `go test`, such as `-run ^TestX$ -count=1`; split into words with quotes as in a shell, nothing is expanded. `-v` shows what all tests print in the log. Flags that run other programs, keep tests from running, fuzz, or have an input of their own are refused.",
        unset: "none",
        notFromConfigFile: "it decides which tests count",
    }),
    "test-timeout": (0,input/* input */.hF)(duration/* duration */.p, "10m", { description: "Time limit of each package's tests (`go test -timeout`)." }),
    "test-env": (0,input/* optional */.lq)(pairs/* environment */.cA, {
        description: "Environment of the tests, one per line: `NAME=value`, or `NAME` to copy the variable of the current environment.",
        unset: "none",
        notFromConfigFile: "it can hand the runner's variables to the tests",
        resolve: (pairs, site) => (pairs ?? []).flatMap(([name, written]) => {
            const value = written ?? site.variable(name);
            return value === null ? [] : [{ name, value, hidden: written === null || (0,secret_names/* isSecretName */.e)(name) }];
        }),
    }),
    "test-reuse": (0,input/* input */.hF)((0,choice/* choice */.Yq)("auto", "true", "false"), "auto", {
        description: "Take results of tests from earlier runs where nothing has changed that Go can see. `auto` does so in pull requests and on branches other than the default one, on runners that GitHub hosts; the default branch, scheduled runs, tags and releases run every test. `true`: on every branch. `false` leaves it to `go test` alone. See docs/test-reuse.md.",
    }),
    "test-reuse-max-age": (0,input/* input */.hF)(duration/* age */.K, "7d", { description: "Results of tests that are older are not taken." }),
    "coverage-threshold": (0,input/* optional */.lq)(number/* percent */.K, {
        description: "Fail when less than this percentage of all statements is covered.",
        unset: "none",
    }),
    "coverage-package-threshold": (0,input/* optional */.lq)(number/* percent */.K, {
        description: "Fail when less than this percentage of any package's statements is covered.",
        unset: "none",
    }),
    "coverage-exclude": (0,input/* optional */.lq)(path/* globs */.gV, {
        description: "Files that do not count for coverage, as glob patterns relative to working-directory.",
        unset: "none",
        resolve: (patterns, { directory }) => (patterns ?? []).map((glob) => (0,path/* prefixGlob */.TO)(directory, glob)),
    }),
    "coverage-exclude-generated": (0,input/* input */.hF)(choice/* boolean */.zM, "false", {
        description: "Leave files with a `Code generated … DO NOT EDIT.` line out of the coverage.",
    }),
};

// EXTERNAL MODULE: ./build/stage/src/gates/test-reuse.js + 1 modules
var test_reuse = __nccwpck_require__(13621);
;// CONCATENATED MODULE: ./build/stage/src/gates/test.js










/** Every test passes and the thresholds of coverage are met. */
const test = {
    name: "test",
    scope: "module",
    input: "test",
    inputs: testInputs,
    group: "Checks and tests",
    toggle: (config) => config.test,
    findings: [
        compileError,
        {
            source: "race",
            title: "Data races",
            rank: 3,
            basic: false,
            style: "output",
            command: "stage",
            byCompiler: false,
        },
        { source: "test", title: "Tests", rank: 3, basic: false, style: "output", command: "own", byCompiler: false },
        {
            source: "coverage",
            title: "Coverage",
            rank: 7,
            basic: false,
            style: "line",
            command: "stage",
            byCompiler: false,
        },
    ],
    log: "own",
    output: ({ testFlags }) => asksForOutput(testFlags) ? { asked: true, brief: null } : { asked: false, brief: test_packages },
    plan(facts) {
        const { config, module, inspection, patterns } = facts;
        const flags = [
            ...(0,go_steps/* moduleArgs */.GY)(facts),
            ...(config.race ? ["-race"] : []),
            `-timeout=${(0,go_duration/* goDuration */.L)(config.testTimeout)}`,
        ];
        // After the packages, because `-args` takes all that follows.
        const passed = [...flags, ...patterns, ...passedTestFlags(config.testFlags)];
        const run = (0,go_steps/* goCommand */.U3)([
            "test",
            "-json",
            ...vetOff(facts),
            { prefix: "-coverprofile=", out: coverage_name/* profileName */.v },
            ...passed,
        ]);
        const again = (0,test_reuse/* runsAgain */.j)({ config, goflags: inspection.goflags });
        const step = (0,go_steps/* execStep */.i7)(facts, [run], {
            gets: { logins: false, testEnv: true },
            atLimit: "dump-goroutines",
            compiles: { platform: inspection.native, race: config.race },
            reuse: again === null ? "by-tool" : { never: again },
            weight: 3,
        });
        const words = ["go", "test", ...vetOff(facts), ...flags, ...patterns, ...config.testFlags].map(shell/* shellWord */.r7);
        const command = (0,shell/* inDirectory */.zX)(module.dir, [...testAssignments(facts), ...words].join(" "));
        return [{ needs: [facts.idOf("deps")], step: withoutTests(facts) ?? step, command }];
    },
    preload: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(179), __nccwpck_require__.e(835)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30835))).loadJUnit(),
    async judge(stage, outcome, bench) {
        const { collectTests } = await Promise.all(/* import() */[__nccwpck_require__.e(179), __nccwpck_require__.e(835)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30835));
        const module = bench.project.modules.find(({ dir }) => dir === stage.module);
        if (module === undefined)
            throw new Error(`${stage.id} is of no module of the run`);
        const rerun = testRerun({ ...bench, commandEnv: bench.commandEnv(module.dir) }, module);
        return collectTests(stage, outcome, { ...bench, module, rerun });
    },
};
/** Of what `go test -v` prints, the line of each package: `ok`, `FAIL` and `?` with their tabs. */
const test_packages = /^(?:ok {2}|FAIL|\? {3})\t/;
function withoutTests(facts) {
    const { config, inspected, moduleCount, runHasTests } = facts;
    if (inspected.problem !== null || inspected.packages.some((found) => found.hasTests))
        return null;
    const floor = config.coverageThreshold ?? config.coveragePackageThreshold;
    // Its packages count as 0 in the coverage of all: go test says so in a profile, for which it compiles them.
    const counts = moduleCount > 1 && (runHasTests || floor !== null);
    if (floor !== null && !counts) {
        return { status: "failed", reason: `${test_verdict/* noTestFiles */._}, but a coverage threshold of ${floor} % is set` };
    }
    return (0,go_steps/* withoutPackages */.mP)(facts) ?? (counts ? null : { status: "skipped", reason: test_verdict/* noTestFiles */._ });
}

;// CONCATENATED MODULE: ./build/stage/src/gates/tidy.js












const tidy_inputs = {
    tidy: (0,input/* input */.hF)(choice/* toggle */.L$, "false", {
        description: `Check that \`go mod tidy\` has nothing to change (Go 1.23 and later). ${shared/* warns */.w}`,
    }),
};
/** `go mod tidy` has nothing to change. */
const tidy = {
    name: "tidy",
    scope: "module",
    input: "tidy",
    inputs: tidy_inputs,
    group: "Checks and tests",
    toggle: (config) => config.tidy,
    findings: [
        { source: "tidy", title: "go mod tidy", rank: 4, basic: false, style: "diff", command: "stage", byCompiler: false },
    ],
    log: "commands",
    output: () => wholeOutput,
    plan(facts) {
        // https://go.dev/doc/go1.23#go-command
        const args = ["mod", "tidy", "-diff"];
        const step = (0,go_steps/* execStep */.i7)(facts, [(0,go_steps/* goCommand */.U3)(args)], {
            passes: "exit-zero-and-silent",
            // It reads the tests of dependencies too, which no other stage fetches.
            gets: { logins: true, testEnv: false },
            reuse: { never: "what a module proxy has decides about it" },
            weight: 0,
        });
        return [{ needs: [], step: (0,go_steps/* olderThan */.W7)("1.23", "go mod tidy -diff", facts) ?? step, command: goLine(facts, args) }];
    },
    judge: (stage, outcome, { source }) => judgeExec(stage, outcome, async (judged) => {
        const { dir, death } = judged;
        const { stdout, stderr } = await outputOf(outcome.commands);
        // Named `current/go.mod` and `current/go.sum` (Go 1.26.8, 1.27.4). Of a go.sum with CRLF every line would change.
        const files = printedChanges(stdout, (name) => external_node_path_.posix.join(dir, external_node_path_.posix.basename(name)), (hunks) => !isLineEndsOnly(hunks));
        if (files === null)
            return { failure: failureOf(judged, "its diff cannot be read"), findings: [] };
        const [command] = outcome.commands;
        if (stdout === "" && command !== undefined && death === null) {
            const said = parseDeps({ stdout, stderr, exitCode: command.exitCode }, { ...source, cwd: dir });
            const findings = said.findings.map((finding) => ({ ...finding, source: "tidy" }));
            return { failure: failureOf(judged, said.failedBecause), findings, broken: said.environment };
        }
        if (files.length === 0 && death === null)
            return { failure: null, findings: [] };
        const toTidy = files.length === 0 ? null : `${counted(files.length, "file")} to change: go mod tidy`;
        return { failure: failureOf(judged, toTidy), ...changes("tidy", "go mod tidy changes it", files) };
    }),
};

;// CONCATENATED MODULE: ./build/stage/src/gates/vet.js








const vet_inputs = {
    vet: (0,input/* input */.hF)(choice/* toggle */.L$, "true", { description: `Run \`go vet\`. ${shared/* warns */.w}` }),
};
/** `go vet` exits 0. */
const vet = {
    name: "vet",
    scope: "module",
    input: "vet",
    inputs: vet_inputs,
    group: "Checks and tests",
    toggle: (config) => config.vet,
    findings: [
        compileError,
        { source: "vet", title: "go vet", rank: 2, basic: false, style: "line", command: "stage", byCompiler: true },
    ],
    log: "commands",
    output: () => wholeOutput,
    plan(facts) {
        const { inspection, patterns } = facts;
        const args = ["vet", ...(0,go_steps/* moduleArgs */.GY)(facts), "--", ...patterns];
        const step = (0,go_steps/* execStep */.i7)(facts, [(0,go_steps/* goCommand */.U3)(args)], {
            gets: (0,go_steps/* fetches */.z)(facts),
            compiles: { platform: inspection.native, race: false },
            reuse: "by-go-sources",
            weight: 1,
        });
        const command = goLine(facts, args.filter((arg) => arg !== "--"));
        return [{ needs: [facts.idOf("deps")], step: (0,go_steps/* withoutPackages */.mP)(facts) ?? step, command }];
    },
    judge: (stage, outcome, bench) => judgeCompiler(stage, outcome, bench, { source: "vet", noun: "finding", setsPlatform: false }),
};

;// CONCATENATED MODULE: ./build/stage/src/gates/index.js











/** All gates, in the order in which reports show them. */
const gates = [deps_deps, tidy, format_format, fix, vet, test, build_build, image_image, smoke, deliver];
/** How reports show what they find. */
const kinds = findingKinds(gates.flatMap((gate) => gate.findings));
/** What of the log of a gate's stages is shown. */
function shownOutput(name, config) {
    const known = gates;
    return known.find((gate) => gate.name === name)?.output(config) ?? wholeOutput;
}


/***/ }),

/***/ 71310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ sharedInputs),
/* harmony export */   w: () => (/* binding */ warns)
/* harmony export */ });
/* harmony import */ var _kinds_go_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(65484);
/* harmony import */ var _kinds_input_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(81788);
/* harmony import */ var _kinds_list_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(67814);



/** Inputs that every gate on Go code reads. */
const sharedInputs = {
    packages: (0,_kinds_input_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_kinds_list_js__WEBPACK_IMPORTED_MODULE_2__/* .filled */ .Bq)(_kinds_go_js__WEBPACK_IMPORTED_MODULE_0__/* .packages */ .U$), "./...", {
        description: "Package patterns to check and test; `main-packages` decides what is built.",
    }),
    "build-tags": (0,_kinds_input_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$)(_kinds_go_js__WEBPACK_IMPORTED_MODULE_0__/* .buildTags */ .m5, {
        description: "Build tags for every stage, with commas between them.",
        unset: "none",
    }),
};
/** What `warn` means, in the words of the documentation. */
const warns = "`warn` runs and reports it without changing the exit code.";


/***/ }),

/***/ 13621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ runsAgain),
  B: () => (/* binding */ testReuse)
});

// EXTERNAL MODULE: ./build/stage/src/go/flags.js
var flags = __nccwpck_require__(84080);
;// CONCATENATED MODULE: ./build/stage/src/go/test-caching.js
/**
 * Which words of a `go test` command line make Go run tests again although nothing has changed. Its own rule, from `go help test`: results are reused when
 * every test flag is of a restricted set, and nothing goes to the test binary itself (cmd/go/internal/test/test.go, `tryCacheWithID`; Go 1.22 to 1.27).
 */
const reusable = new Set("benchtime coverprofile cpu failfast fullpath list outputdir parallel run short skip timeout v".split(" "));
/** Decide what is built, not how often it runs. */
const building = new Set(("a asan asmflags buildmode buildvcs compiler cover covermode coverpkg gccgoflags gcflags installsuffix json ldflags linkshared mod modcacherw " +
    "modfile msan overlay p pgo pkgdir race tags toolexec trimpath vet work x").split(" "));
/** Of both: take no word of their own. */
const switches = new Set("a asan buildvcs cover failfast fullpath json linkshared modcacherw msan race short trimpath v work x".split(" "));
/** The first of some words after `go test` (or of GOFLAGS) because of which Go reuses no result; null when it may. A word that is not known is one. */
function uncachedBy(words) {
    for (let index = 0; index < words.length; index++) {
        const word = words[index] ?? "";
        const [, name = "", value] = /^--?(?:test\.)?([^=]+)(=.*)?$/s.exec(word) ?? [];
        if (name === "args")
            return words[index + 1] ?? null;
        if (!reusable.has(name) && !building.has(name))
            return word;
        if (value === undefined && !switches.has(name))
            index += 1;
    }
    return null;
}

// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __nccwpck_require__(14083);
;// CONCATENATED MODULE: ./build/stage/src/gates/test-reuse.js



/** Whether the tests of a run may be left to results of earlier runs, and why. */
function testReuse(facts) {
    const { config, refusal, release, pushes } = facts;
    if (config.test === "false")
        return { mode: "off", reason: "no tests are run", times: false };
    if (config.testReuse === "false")
        return { mode: "off", reason: "`test-reuse: false`", times: false };
    if (refusal !== null)
        return { mode: "off", reason: refusal, times: false };
    // Nobody can restore what a tag saves, so nobody needs the times either.
    if (release)
        return { mode: "full", reason: "releases and tags run every test", times: false };
    const nothing = whyNothing(facts);
    if (nothing !== null)
        return { mode: "off", reason: `nothing can be reused: ${nothing}`, times: false };
    const stale = staleCoverage(facts);
    if (stale !== null)
        return { mode: "full", reason: stale, times: false };
    const rule = byTrigger(facts);
    if (!pushes)
        return { ...rule, times: true };
    return {
        ...rule,
        reason: `${rule.reason}; files keep their times, which the image that is pushed has too`,
        times: false,
    };
}
function byTrigger({ config, trigger }) {
    const { eventName, ref, defaultBranch } = trigger;
    if (config.testReuse === "true")
        return { mode: "reuse", reason: "`test-reuse: true`" };
    if (eventName?.startsWith("pull_request"))
        return { mode: "reuse", reason: "this is a pull request" };
    if (eventName === "schedule")
        return { mode: "full", reason: "scheduled runs run every test" };
    const branch = /^refs\/heads\/(.+)$/.exec(ref ?? "")?.[1];
    if (branch === undefined || defaultBranch === null) {
        return { mode: "full", reason: "GitHub does not say whether this is the default branch, which runs every test" };
    }
    if (branch === defaultBranch)
        return { mode: "full", reason: `${branch} is the default branch, which runs every test` };
    return { mode: "reuse", reason: `${branch} is not the default branch` };
}
/** The first word because of which go test runs tests again although nothing has changed; null without one. */
function runsAgain({ config, goflags, }) {
    const again = uncachedBy([...(0,flags/* flagWords */.GK)(goflags), ...config.testFlags]);
    return again === null ? null : `${again} makes go test run again`;
}
function whyNothing(facts) {
    const again = runsAgain(facts);
    if (again !== null)
        return again;
    const words = wordsOf(facts);
    const stamped = words.some((word, at) => /^--?ldflags\b/.test(word) && hasTime(`${word} ${words[at + 1] ?? ""}`));
    if (stamped)
        return "-ldflags hold a time, so the test binaries are new each time";
    const [old] = facts.goVersions.filter((version) => minorOf(version) < 25);
    // Since then: https://go.dev/doc/go1.25#go-command says nothing of it; `go help test` names -coverprofile.
    if (old === undefined || facts.goVersions.some((version) => minorOf(version) >= 25))
        return null;
    return `${old} keeps no results of tests with -coverprofile; Go 1.25 and later do`;
}
function wordsOf({ goflags, config }) {
    return [...(0,flags/* flagWords */.GK)(goflags), ...config.testFlags];
}
/** A date with a time of day, or seconds since 1970 between 2017 and 2033. */
function hasTime(text) {
    return /\d{4}-\d\d-\d\d[T_ ]\d\d:?\d\d/.test(text) || /(?<!\d)1[5-9]\d{8}(?!\d)/.test(text);
}
/**
 * Go's first key for the coverage of a cached test leaves out the packages that `-coverpkg` adds: their coverage would be that of an older state. Seen in
 * 1.25.3 and 1.26.0; 1.25.14, 1.26.8 and 1.27.0 have them in the key (cmd/go/internal/test, coverProfileAndInputKey).
 */
function staleCoverage(facts) {
    if (!wordsOf(facts).some((word) => /^--?coverpkg\b/.test(word)))
        return null;
    const stale = facts.goVersions.find((version) => {
        const minor = minorOf(version);
        const plain = version.replace(/^go/, "");
        return (minor === 25 && (0,go_version/* compareGo */.Ac)(plain, "1.25.14") < 0) || (minor === 26 && (0,go_version/* compareGo */.Ac)(plain, "1.26.8") < 0);
    });
    return stale === undefined
        ? null
        : `${stale} may keep coverage of -coverpkg that is out of date; 1.25.14, 1.26.8 and later do not`;
}
/** `go1.26.8` -> 26; a version that is none of a release counts as new. */
function minorOf(version) {
    return Number(/^go1\.(\d+)/.exec(version)?.[1] ?? Number.POSITIVE_INFINITY);
}


/***/ }),

/***/ 67242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ parseDiagnostics)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/go/source-map.js
var source_map = __nccwpck_require__(89001);
;// CONCATENATED MODULE: ./build/stage/src/go/diagnosed-path.js


/** A Go file with counters that `go test` has written for cgo; Go 1.26 and 1.27 say nothing else of the file it was made of. */
const withCounters = /^\$WORK\/b\d+\/([^/]+)\.cover\.go$/;
/** Code of cgo's own, and what C compilers call the code that is in no file. */
const noFile = /^(?:\$WORK\/|<|cgo-[a-z-]+$)/;
/**
 * The path in the repository of a file as a compiler names it, in the messages on the package `inPackage`; null when it is no file of the repository.
 */
function diagnosedPath(printed, inPackage, place) {
    const name = (0,source_map/* slashes */.k2)(printed);
    const dir = inPackage === null ? null : (0,source_map/* importedPath */.U2)(place, inPackage);
    const counted = withCounters.exec(name)?.[1];
    if (counted !== undefined)
        return dir === null ? null : external_node_path_.posix.join(dir, `${counted}.go`);
    if (noFile.test(name))
        return null;
    return dir !== null && isRelativeToPackage(name, dir, place)
        ? external_node_path_.posix.join(dir, name)
        : (0,source_map/* repoPath */.qN)(place, name, place.cwd);
}
/**
 * C compilers run in the directory of the package and name files from there. Absolute names, and all of Go files, are made relative to
 * where `go` runs.
 */
function isRelativeToPackage(name, dir, { cwd }) {
    if ((0,source_map/* isAbsolute */.oP)(name) || name.startsWith("../") || name.endsWith(".go"))
        return false;
    const fromCwd = external_node_path_.posix.relative(cwd, dir);
    return name.startsWith("./") || !name.startsWith(`${fromCwd}/`);
}

;// CONCATENATED MODULE: ./build/stage/src/go/diagnostic-sections.js
/** What `go` says while all is well, and how the C compiler came to a file that it included. */
const noise = /^(?:go: (?:downloading|finding|extracting|upgraded|added|found|warning:) ?|warning: |testing: warning: |exit status \d+$|note: |In file included from | +from \S+:\d+[:,]$)/;
/** A remark of the C compiler on what it has just said. */
const remark = /^[^\t\n]+?:\d+(?::\d+)?: (note: .*)$/;
/** Entries with the same `# pkg` header; those without any stand alone. */
function sectionsOf(text) {
    const sections = [];
    let name = null;
    let byVet = false;
    for (const line of text.split(/\r?\n/)) {
        const [, bracket, header] = /^# (\[)?([^\s\]]+)/.exec(line) ?? [];
        if (header !== undefined) {
            // The command of another program that Go has run: `# [pkg-config --cflags -- x]`.
            if (bracket !== undefined && name !== null && name !== header)
                continue;
            byVet = bracket !== undefined;
            name = header;
            if (!byVet)
                sections.push([]);
            continue;
        }
        const section = sections.at(-1) ?? [];
        if (sections.length === 0)
            sections.push(section);
        addLine(section, line, { package: name, byVet });
    }
    return sections;
}
function addLine(section, line, facts) {
    if (line.trim() === "" || noise.test(line))
        return;
    const last = section.at(-1);
    const note = remark.exec(line)?.[1];
    if (last !== undefined && (note !== undefined || /^\s/.test(line)))
        last.lines.push(note ?? line);
    else
        section.push({ ...facts, lines: [line] });
}

// EXTERNAL MODULE: ./build/stage/src/go/lfs.js
var lfs = __nccwpck_require__(97244);
;// CONCATENATED MODULE: ./build/stage/src/go/diagnostics.js





/** A name that is more than blanks and digits. That is looked for ahead, in one pass: tools may print lines of megabytes. */
const position = /^((?:vet|fix): )?((?:[A-Za-z]:[\\/])?(?=[\s\d]*[^:\s\d])[^:\t\n]+):(\d+)(?::(\d+))?:(?: |$)(.*)$/s;
const sectionLimit = 40;
/**
 * Findings in the text of a failed `go build`, `go vet` or `go test`: `file:line:col: message` and what cannot be placed, such as
 * errors of the linker, as one finding per package. The same problem is told once, however often it was printed.
 */
function parseDiagnostics(text, options) {
    const findings = [];
    for (const section of sectionsOf(text))
        findings.push(...readSection(section, options));
    const seen = new Set();
    return findings.filter((finding) => {
        const key = `${finding.path}:${finding.line}:${finding.column}:${finding.message}`;
        return !seen.has(key) && seen.add(key);
    });
}
/** In the section of a package, text without a place only surrounds what has one; without a header every entry stands for itself. */
function readSection(section, options) {
    const name = section[0]?.package ?? null;
    const found = section.map((entry) => ({ entry, finding: readEntry(entry, options) }));
    if (name === null) {
        return found
            .filter(({ entry, finding }) => finding !== null || !isHeading(entry))
            .map(({ entry, finding }) => finding ?? unplaced(null, entry.lines, options));
    }
    const placed = found.map(({ finding }) => finding).filter((finding) => finding !== null);
    return placed.length > 0
        ? placed
        : [
            unplaced(name, section.flatMap((entry) => entry.lines), options),
        ];
}
/** `go: errors parsing go.mod:`, followed by what has a place. */
function isHeading(entry) {
    return entry.lines.length === 1 && entry.lines[0]?.endsWith(":") === true;
}
/** null: not at a place in the repository. */
function readEntry(entry, options) {
    const [first = "", ...below] = entry.lines;
    const at = readPosition(first, entry.package, options) ?? importPosition(entry.lines, options);
    if (at === null || at.message === "too many errors" || /^(?:In function |note: )/.test(at.message))
        return null;
    const compiler = /^(?:vet|fix): /.test(first) || byC.test(at.message) || (options.source === "compile" && !entry.byVet);
    const source = compiler ? "compile" : "vet";
    // The lines that C compilers quote of a file with counters are those of another file.
    const quoted = first.startsWith("$WORK") ? below.filter((line) => !quotedSource.test(line)) : below;
    return {
        source,
        severity: at.message.startsWith("warning: ") ? "warning" : "error",
        path: at.path,
        line: at.line,
        column: at.column,
        title: source === "vet" ? "go vet" : "compile error",
        message: (0,lfs/* withLfs */.UV)([at.message, ...quoted].join("\n").replace(cgoName, "C.").trimEnd()),
    };
}
/** A line of source, or marks below it, as C compilers show them. */
const quotedSource = /^\s+\d* \|/;
/** Go writes them so itself, but only when it prints other names of cgo beside them (cmd/go, cgoTypeSigRe; Go 1.26 and 1.27). */
const cgoName = /\b_C2?(?:type|func|var|macro)_\B/g;
/** What the C compiler and cgo say, whoever has called them. */
const byC = /^(?:fatal )?error: |^(?:could not determine |call of non-function C\.|must call C\.|inconsistent definitions for C\.)/;
function readPosition(line, inPackage, options) {
    const match = position.exec(line);
    if (match?.[2] === undefined)
        return null;
    const path = diagnosedPath(match[2], inPackage, options);
    if (path === null)
        return null;
    return { path, line: atLeastOne(match[3]), column: atLeastOne(match[4]), message: match[5] ?? "" };
}
/**
 * `package x`, with below it either the position of the import, or the circle of imports by file:
 * `\timports example.com/m/b from a.go`.
 */
function importPosition(lines, options) {
    const root = /^package (\S+)$/.exec(lines[0] ?? "")?.[1];
    if (root === undefined)
        return null;
    for (const line of lines.slice(1)) {
        const at = readPosition(line.trim(), null, options);
        if (at !== null)
            return { ...at, message: lines[0] ?? "" };
    }
    const file = /^\timports \S+ from ([^\s:]+)/.exec(lines[1] ?? "")?.[1];
    const dir = (0,source_map/* importedPath */.U2)(options, root);
    if (file === undefined || dir === null)
        return null;
    return { path: external_node_path_.posix.join(dir, file), line: null, column: null, message: lines[0] ?? "" };
}
function unplaced(name, lines, options) {
    const kept = lines.slice(0, sectionLimit);
    if (kept.length < lines.length)
        kept.push(`[… ${lines.length - kept.length} lines left out …]`);
    return {
        source: options.source,
        severity: "error",
        path: null,
        line: null,
        column: null,
        title: name === null ? "go" : `${options.source === "vet" ? "go vet" : "compile error"} in ${name}`,
        message: kept.join("\n").trimEnd(),
    };
}
function atLeastOne(text) {
    const value = Number(text);
    return Number.isSafeInteger(value) && value >= 1 ? value : null;
}


/***/ }),

/***/ 84080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ moduleFlags),
/* harmony export */   GK: () => (/* binding */ flagWords),
/* harmony export */   av: () => (/* binding */ tagFlags)
/* harmony export */ });
/* harmony import */ var shlex__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(95637);

/** `-tags`, for every go command that loads packages. */
function tagFlags(tags) {
    return tags.length === 0 ? [] : [`-tags=${tags.join(",")}`];
}
/**
 * go.mod and go.sum are never changed: where the user's GOFLAGS asks for `-mod=mod`, our argument overrules it. Without that the go command's own
 * choice (vendor or readonly) stands.
 */
function moduleFlags(inspection, vendored) {
    if (!/(^|\s)-mod=mod(\s|$)/.test(inspection.goflags))
        return [];
    return [vendored ? "-mod=vendor" : "-mod=readonly"];
}
/** The words of GOFLAGS or `-ldflags`: split as Go splits them, at blanks outside of quotes. A quote without an end is no flag of ours to judge. */
function flagWords(text) {
    try {
        return (0,shlex__WEBPACK_IMPORTED_MODULE_0__/* .split */ .lD)(text);
    }
    catch (error) {
        if (error instanceof Error)
            return [text];
        throw error;
    }
}


/***/ }),

/***/ 49697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ goSentence),
/* harmony export */   V_: () => (/* binding */ isOutsideWorkspace),
/* harmony export */   af: () => (/* binding */ sentenceFirst),
/* harmony export */   q2: () => (/* binding */ goWords),
/* harmony export */   ys: () => (/* binding */ withoutProgress)
/* harmony export */ });
/** What the go command says of itself and not of a module: progress, not a cause. */
const progress = /^go: (?:downloading|finding|extracting) /;
/**
 * Reads the standard error of a go command that gave up. A sentence that ends with a colon goes on below it; so does one with indented lines, as in
 * `…; to update it:` and `go work use` (Go 1.26.8; 1.27.4 says `…; to download and use go 1.25:`).
 */
function goWords(stderr) {
    const [first = "", ...rest] = withoutProgress(stderr).trim().split(/\r?\n/);
    const said = first.replace(/^go: /, "");
    const indented = rest.slice(0, Math.max(0, endOfIndented(rest)));
    const below = indented.length > 0 ? indented : said.endsWith(":") ? rest.slice(0, 1) : [];
    return { said: said.replace(/:$/, ""), more: below.map((line) => line.trim()).join(" ") };
}
/** Both parts as one line. */
function goSentence(stderr) {
    const { said, more } = goWords(stderr);
    return more === "" ? said : `${said}: ${more}`;
}
/** Go's text, on one line when it is no more than a sentence and a command below it: some readers show the first line alone. */
function sentenceFirst(stderr) {
    const text = withoutProgress(stderr).trim();
    return text.replace(/^(.*:)\r?\n[ \t]+(\S.*)$/, "$1 $2");
}
/** Standard error without lines that only say what is being fetched. */
function withoutProgress(stderr) {
    return stderr
        .split(/\r?\n/)
        .filter((line) => !progress.test(line))
        .join("\n");
}
/** How Go puts it that a directory's module is not one of the workspace: `./...` and `.` have sentences of their own. */
function isOutsideWorkspace(message) {
    return /(?:does not contain|not one of the workspace) modules listed in go\.work/.test(message);
}
function endOfIndented(lines) {
    const end = lines.findIndex((line) => !/^\s+\S/.test(line));
    return end < 0 ? lines.length : end;
}


/***/ }),

/***/ 97244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NS: () => (/* binding */ isLfsPointer),
/* harmony export */   UV: () => (/* binding */ withLfs),
/* harmony export */   _E: () => (/* binding */ lfsRemedy)
/* harmony export */ });
/** The first line of a Git LFS pointer (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md) as the parser of Go sees it. */
const pointer = /^expected 'package', found version$/m;
/** How to get the content of files that are pointers. */
const lfsRemedy = "`git lfs pull` (actions/checkout: `lfs: true`)";
/** Whether this is the text of a pointer. */
function isLfsPointer(text) {
    return /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n/.test(text);
}
/** The message of a file that begins as a Git LFS pointer does, with how to get its content; others as they are. */
function withLfs(message) {
    if (!pointer.test(message))
        return message;
    return `${message}\nthe file begins as a Git LFS pointer does: get its content with ${lfsRemedy}`;
}


/***/ }),

/***/ 20651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   YK: () => (/* binding */ platformSetting),
/* harmony export */   Zw: () => (/* binding */ settingFault),
/* harmony export */   oG: () => (/* binding */ settingProblem),
/* harmony export */   y1: () => (/* binding */ namedSetting)
/* harmony export */ });
/** Both decide together what code is for. */
const platformSetting = "GOOS and GOARCH";
/**
 * Sentences in which the go command gives up because of a setting (`go help environment`), with that setting's name; as Go 1.26.8 and 1.27.4 print them.
 * What a setting does to the listing of a module is found by leaving it out (project/settings.ts), whatever Go says; these also come up later.
 */
const sentences = [
    [/^(?:go: )?.*(?:parsing |\(from )\$(GOFLAGS)\b/m, null],
    [/^(?:go: )?(?:invalid|unknown|malformed) (GO[A-Z0-9]+)\b/m, null],
    [/^go: unknown environment setting (GO[A-Z0-9]+)=/m, null],
    [/^(?:go: )+(GO[A-Z0-9]+) entry is relative/m, null],
    [/^go: cannot find (GOROOT) directory/m, null],
    [/(?:missing|invalid) (GOSUMDB)\b/, null],
    [/^fatal error: removed (GODEBUG) .* in environment/m, null],
    [/^error starting (GOCACHEPROG) program/m, null],
    [/^(?:build cache is (?:disabled|required)|failed to initialize build cache)\b/m, "GOCACHE"],
    [/^go: creating work dir: /m, "GOTMPDIR (or TMPDIR)"],
    [/^go: unsupported GOOS\/GOARCH pair /m, platformSetting],
    [/^cgo: C compiler ".*" not found/m, "CC and CGO_ENABLED"],
    [/^go: -\w+ requires cgo; enable cgo by setting (CGO_ENABLED)=1/m, null],
    [/^(?:-mod|buildmode)=\S* not supported/m, "GOFLAGS"],
    [/^go: error obtaining buildID for go tool /m, "GOFLAGS"],
    [/\bmodule lookup (?:is )?disabled by (GOPROXY)=off/, null],
];
/** The setting that Go blames in what it printed; null when it blames none. */
function namedSetting(text) {
    for (const [pattern, setting] of sentences) {
        const found = pattern.exec(text);
        if (found !== null)
            return setting ?? found[1] ?? null;
    }
    return null;
}
/** One sentence for people, with Go's own words. */
function settingProblem(setting, words) {
    return `Go cannot work with ${setting} as the environment has it: ${words}`;
}
/** The same for a text that names a setting, with the line that does, which others may stand above; null when none does. */
function settingFault(text) {
    for (const line of text.split(/\r?\n/)) {
        const setting = namedSetting(line);
        if (setting !== null)
            return settingProblem(setting, line.replace(/^(?:go: )+/, "").trim());
    }
    return null;
}


/***/ }),

/***/ 89001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ ownFrame),
/* harmony export */   U2: () => (/* binding */ importedPath),
/* harmony export */   eC: () => (/* binding */ owner),
/* harmony export */   k2: () => (/* binding */ slashes),
/* harmony export */   oP: () => (/* binding */ isAbsolute),
/* harmony export */   qN: () => (/* binding */ repoPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);

/**
 * The path in the repository of a file name as Go tools print it: relative to `cwd` (itself relative to the repository) or absolute.
 * null: not a file of the repository.
 */
function repoPath(map, name, cwd) {
    const path = slashes(name);
    if (isAbsolute(path))
        return below(map.root, path);
    // `go tool cover` names files from the parent of the directory it ran in: `../repository/a.go` is inside as well.
    return below(map.root, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(slashes(map.root), cwd, path));
}
/** The path in the repository of `import/path/file.go`; null when no module of the repository has that path. */
function importedPath(map, name) {
    const module = owner(map, name);
    return module === null ? null : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(module.dir, name.slice((module.path ?? "").length + 1)));
}
/** The module of the repository that an import path belongs to: the one with the longest path that begins it. */
function owner({ modules }, importPath) {
    let best = null;
    for (const module of modules) {
        if (module.path === null || !(importPath === module.path || importPath.startsWith(`${module.path}/`)))
            continue;
        if (best === null || module.path.length > (best.path ?? "").length)
            best = module;
    }
    return best;
}
/**
 * Same for the file of a stack frame, which is absolute or, with `-trimpath`, begins with an import path. Generated and vendored
 * code is not the repository's own: null.
 */
function ownFrame(map, file) {
    const path = slashes(file);
    const found = isAbsolute(path) ? below(map.root, path) : importedPath(map, path);
    return found === null || isVendored(found) ? null : found;
}
/** True for absolute paths of any system, after `slashes`. */
function isAbsolute(path) {
    return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}
/** Windows tools print `sub\x.go`; everything else here speaks slashes. */
function slashes(path) {
    return path.replaceAll("\\", "/");
}
function isVendored(path) {
    return path.startsWith("vendor/") || path.includes("/vendor/");
}
function below(root, path) {
    const base = slashes(root).replace(/\/+$/, "");
    const clean = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path);
    const windows = /^[A-Za-z]:/.test(base);
    const inside = windows ? clean.toLowerCase().startsWith(`${base.toLowerCase()}/`) : clean.startsWith(`${base}/`);
    return inside ? clean.slice(base.length + 1) : null;
}


/***/ }),

/***/ 48251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ failureReason),
/* harmony export */   _: () => (/* binding */ noTestFiles)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(66055);

const noise = /^go: (?:downloading|finding|extracting|warning:) ?/;
const maxReasons = 5;
/** Why tests are skipped where there are none. */
const noTestFiles = "no test files";
/** Why the run is not a pass; null when it is. Errs on the side of failure: a run that failed is never shown green. */
function failureReason(report, end) {
    const reasons = [...packageReasons(report.packages), ...testReasons(report)];
    if (end.timedOut)
        return ["stopped by the time limit of the stage", ...reasons].join("; ");
    const died = end.died ?? (end.exitCode === null ? "go test was ended by a signal" : null);
    if (reasons.length > 0)
        return [died, ...reasons].filter((reason) => reason !== null).join("; ");
    if (died !== null && (end.exitCode === null || end.stderr.trim() === ""))
        return died;
    if (end.exitCode !== null && end.exitCode !== 0)
        return failedSilently(end.exitCode, end.stderr);
    return report.packages.length === 0 ? "go test has reported no package" : null;
}
function testReasons(report) {
    return [
        ...(report.failed === 0 ? [] : [`${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(report.failed, "test")} failed`]),
        ...(report.interrupted === 0 ? [] : [`${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(report.interrupted, "test")} interrupted`]),
    ];
}
/** Packages that failed otherwise than by a failing test: the reason of the first, the number of the others. */
function packageReasons(packages) {
    const groups = new Map();
    for (const entry of packages) {
        if (entry.status !== "failed" || (entry.reason === null && entry.failed > 0))
            continue;
        const kind = /^(?:build|setup) failed/.exec(entry.reason ?? "")?.[0] ?? entry.reason ?? "failed";
        groups.set(kind, [...(groups.get(kind) ?? []), entry]);
    }
    const reasons = [...groups].map(([kind, members]) => {
        const first = members[0]?.importPath ?? "";
        return members.length === 1 ? `${first}: ${kind}` : `${first} and ${members.length - 1} more: ${kind}`;
    });
    const more = reasons.length - maxReasons;
    return more <= 0 ? reasons : [...reasons.slice(0, maxReasons), `${more} more packages failed`];
}
/** With the first message of standard error: its line, and the one below that says what it is about. */
function failedSilently(exitCode, stderr) {
    const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !noise.test(line));
    const [first = "", second = ""] = lines;
    const isHeading = first.endsWith(":") || second.startsWith("\t");
    const last = lines.slice(1).findIndex((line) => !line.startsWith("\t"));
    const detail = second.startsWith("\t") ? lines[last < 0 ? lines.length - 1 : last] : second;
    const message = (isHeading ? `${first} ${detail?.trim()}` : first).slice(0, 300);
    return `go test exited with ${exitCode}${message === "" ? "" : `: ${message}`}`;
}


/***/ }),

/***/ 82221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** Groups values by a key, keeping their order (Map.groupBy needs Node 21). */
function groupBy(values, keyOf) {
    const groups = new Map();
    for (const value of values) {
        const key = keyOf(value);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [value]);
        else
            group.push(value);
    }
    return groups;
}


/***/ }),

/***/ 52932:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6512);
/* harmony import */ var _engine_process_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(96254);
/* harmony import */ var _inputs_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(50354);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(24729);
/* harmony import */ var _platform_github_cache_flag_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(27035);
/* harmony import */ var _platform_pick_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(61154);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(67172);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(91261);








/** The composition root: picks the adapters, runs, and ends the process once everything has been written. */
async function start(platform, signal) {
    try {
        const { argv, env } = process;
        return await (0,_main_js__WEBPACK_IMPORTED_MODULE_3__/* .main */ .i)({
            argv: argv.slice(2),
            env,
            cwd: process.cwd(),
            platform,
            engines: _engine_index_js__WEBPACK_IMPORTED_MODULE_0__/* .engines */ .s,
            signal,
        });
    }
    catch (error) {
        await (0,_report_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .reportProblem */ .kM)(platform, error);
        return 3;
    }
}
async function action() {
    const signals = (0,_signals_js__WEBPACK_IMPORTED_MODULE_6__/* .watchSignals */ .R)(process);
    const platform = await (0,_platform_pick_js__WEBPACK_IMPORTED_MODULE_4__/* .pickPlatform */ .v)(process.env, _inputs_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .inputNames */ .vj, process.stdout, _engine_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R3);
    const exitCode = await start(platform, signals.signal);
    signals.unwatch();
    await platform.flush();
    return exitCode;
}
/** The program that speaks with the cache service, started by the action itself. */
async function cacheClient(request) {
    const { runCacheClient } = await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(312)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5312));
    return runCacheClient(request);
}
const [flag, request] = process.argv.slice(2);
const exitCode = await (flag === _platform_github_cache_flag_js__WEBPACK_IMPORTED_MODULE_7__/* .cacheClientFlag */ .S ? cacheClient(request ?? "") : action());
// Explicitly, because a child that ignores its end or a keep-alive connection must not hold the job.
process.exit(exitCode);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 50354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  TN: () => (/* binding */ groups),
  vj: () => (/* binding */ inputNames),
  QL: () => (/* binding */ inputs),
  wp: () => (/* binding */ isInputName)
});

// EXTERNAL MODULE: ./build/stage/src/gates/index.js + 40 modules
var gates = __nccwpck_require__(96154);
// EXTERNAL MODULE: ./build/stage/src/gates/shared.js
var shared = __nccwpck_require__(71310);
// EXTERNAL MODULE: ./build/stage/src/kinds/credentials.js
var credentials = __nccwpck_require__(97270);
// EXTERNAL MODULE: ./build/stage/src/kinds/go.js
var go = __nccwpck_require__(65484);
// EXTERNAL MODULE: ./build/stage/src/kinds/input.js
var input = __nccwpck_require__(81788);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: ./build/stage/src/text/known-hosts.js
var known_hosts = __nccwpck_require__(74799);
// EXTERNAL MODULE: ./build/stage/src/kinds/kind.js
var kind = __nccwpck_require__(2276);
// EXTERNAL MODULE: ./build/stage/src/kinds/pairs.js
var pairs = __nccwpck_require__(18205);
;// CONCATENATED MODULE: ./build/stage/src/kinds/ssh.js




/** Longer than any key that ssh-keygen makes (RSA with 16,384 bits: 13 KB). */
const longestKey = 64_000;
/** The text of a private key. Nothing of it is ever shown. */
const privateKey = (0,kind/* scalar */.d_)({
    allows: "the text of a private key without a passphrase, in OpenSSH or PEM format",
    verbatim: true,
    parse(text) {
        const key = `${text.replace(/\r\n?/g, "\n").trim()}\n`;
        const problem = problemOfKey(key);
        return problem === null ? (0,kind/* valid */.rZ)(key) : (0,kind/* invalid */.Gq)(problem);
    },
});
/** A PEM block (RFC 1421): `label`, what stands between its first and its last line. */
const block = /^-----BEGIN ([A-Z0-9 ]+)-----\n([\s\S]*?)\n-----END ([A-Z0-9 ]+)-----\n$/;
function problemOfKey(key) {
    if (key.length > longestKey)
        return `is longer than ${longestKey} characters; no private key is`;
    const other = otherThing(key);
    if (other !== null)
        return other;
    const [, label = "", body = "", end] = block.exec(key) ?? [];
    if (label === "")
        return incomplete(key);
    if (/^-----BEGIN /m.test(body))
        return "is more than one key; give one";
    if (label !== end)
        return "begins and ends as two different keys; give one";
    if (label === "ENCRYPTED PRIVATE KEY" || /^Proc-Type: 4,ENCRYPTED$/m.test(body))
        return withPassphrase;
    if (label === "OPENSSH PRIVATE KEY")
        return problemOfOpenSsh(Buffer.from(body, "base64"));
    if (!/^((RSA|DSA|EC) )?PRIVATE KEY$/.test(label))
        return noKey;
    return opens(key) ? null : damaged;
}
/** PKCS#1, PKCS#8 and SEC1, as OpenSSL reads them. */
function opens(key) {
    try {
        return (0,external_node_crypto_.createPrivateKey)(key).type === "private";
    }
    catch {
        // What OpenSSL says of it could quote it.
        return false;
    }
}
const damaged = "is a private key that is damaged or cut off";
const noKey = "is not a private key; give the whole text of a file such as id_ed25519";
const withPassphrase = "is encrypted with a passphrase, which nobody can type here; give a key without one (ssh-keygen -p -f FILE)";
/** What people give by mistake. */
function otherThing(key) {
    if (/^(ssh-|ecdsa-sha2-|sk-)\S+ AAAA|^-----BEGIN [A-Z0-9 ]*PUBLIC KEY-----|^---- BEGIN SSH2 PUBLIC KEY/.test(key)) {
        return "is a public key; give the private one, whose file has the same name without .pub";
    }
    if (key.startsWith("PuTTY-User-Key-File-")) {
        return "is a key of PuTTY; convert it (puttygen KEY.ppk -O private-openssh -o id_key)";
    }
    return null;
}
function incomplete(key) {
    if (!/^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(key))
        return noKey;
    if (/^-----BEGIN [A-Z ]+-----(\\n| +[A-Za-z0-9+/=])/.test(key))
        return "has lost its line ends; give it with them";
    return "is cut off: its last line, END …, is missing";
}
/**
 * Magic text, cipher, its derivation and options, the number of keys, a public key, the private part: each but magic and number
 * with its length before it (https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key).
 */
function problemOfOpenSsh(bytes) {
    const magic = "openssh-key-v1\0";
    if (bytes.toString("latin1", 0, magic.length) !== magic)
        return noKey;
    const cipher = fieldAt(bytes, magic.length);
    const options = fieldAt(bytes, fieldAt(bytes, cipher?.end)?.end);
    const secret = fieldAt(bytes, fieldAt(bytes, options === null ? undefined : options.end + 4)?.end);
    if (cipher === null || secret === null)
        return damaged;
    return cipher.text === "none" ? null : withPassphrase;
}
/** null: it goes on behind the end. */
function fieldAt(bytes, start) {
    if (start === undefined || start + 4 > bytes.length)
        return null;
    const end = start + 4 + bytes.readUInt32BE(start);
    return end > bytes.length ? null : { text: bytes.toString("latin1", start + 4, end), end };
}
/** Lines of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
const knownHosts = {
    shape: "pairs",
    allows: "lines of a known_hosts file, such as `git.example.com ssh-ed25519 AAAA…`",
    words: [],
    schema: { type: "string" },
    parse: (raw) => (0,kind/* all */.Q7)((0,pairs/* splitLines */.uz)(raw).map((line, index) => parseKnownHost(line.trim(), index + 1))),
};
function parseKnownHost(line, number) {
    if ((0,known_hosts/* isKnownHostsLine */.JA)(line))
        return (0,kind/* valid */.rZ)(line);
    return (0,kind/* invalid */.Gq)(`line ${number} is not a line of a known_hosts file, such as git.example.com ssh-ed25519 AAAA… (ssh-keyscan prints them; compare them with what the host publishes)`);
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/spec/access.js




/** Where modules come from. */
const accessInputs = {
    goproxy: (0,input/* optional */.lq)(go/* goproxy */.jP, {
        description: "Go module proxies (`GOPROXY`), without logins: those go into git-credentials.",
        unset: "the environment's, else Go's own default",
        notFromConfigFile: "it decides which server gets the names of private modules and their login",
    }),
    goprivate: (0,input/* several */.J$)(go/* modulePatterns */.yh, {
        description: "Patterns of private modules (`GOPRIVATE`), such as `github.com/owner/*`.",
        unset: "the environment's",
    }),
    "git-credentials": (0,input/* login */.iD)(credentials/* gitCredentials */.j, {
        description: "Logins for private modules, one `https://user:token@host` per line.",
        unset: "none",
        secret: true,
        notFromConfigFile: "a secret does not belong into a file of the repository",
    }),
    "git-ssh-key": (0,input/* login */.iD)(privateKey, {
        description: "Private key for private modules: hosts that `goprivate` names are fetched from over SSH.",
        unset: "none; git uses SSH as in any shell",
        secret: true,
        notFromConfigFile: "a secret does not belong into a file of the repository",
    }),
    "git-ssh-known-hosts": (0,input/* login */.iD)(knownHosts, {
        description: "Host keys for `git-ssh-key`, beside those of github.com, gitlab.com and bitbucket.org.",
        unset: "none",
        notFromConfigFile: "it decides which server is trusted",
    }),
};

// EXTERNAL MODULE: ./build/stage/src/kinds/choice.js
var choice = __nccwpck_require__(45805);
// EXTERNAL MODULE: ./build/stage/src/kinds/number.js
var number = __nccwpck_require__(83547);
// EXTERNAL MODULE: ./build/stage/src/kinds/path.js
var path = __nccwpck_require__(51565);
// EXTERNAL MODULE: ./build/stage/src/kinds/text.js
var kinds_text = __nccwpck_require__(11125);
;// CONCATENATED MODULE: ./build/stage/src/inputs/spec/report.js





/** What is reported and kept. */
const reportInputs = {
    "output-directory": (0,input/* input */.hF)(path/* path */.Ae, ".pipeline", {
        description: "Directory for binaries, reports and logs. It is emptied when a run starts. A flag or `with:` may name one outside of the repository.",
        resolve: (_, site) => site.outputDirectory,
    }),
    "upload-artifacts": (0,input/* input */.hF)(choice/* boolean */.zM, "true", { description: "Upload the results as workflow artifacts." }),
    "artifact-prefix": (0,input/* optional */.lq)((0,kinds_text/* text */.Qq)({
        allows: "letters, digits and `._-`",
        pattern: /^[A-Za-z0-9._-]{0,64}$/,
        otherwise: "is not a prefix for artifact names; use at most 64 letters, digits and . _ -",
    }), { description: "Goes before the names of the artifacts, to tell jobs apart.", unset: "none" }),
    "retention-days": (0,input/* optional */.lq)((0,number/* integer */.n)({ from: 1, to: 400 }), {
        description: "Days that artifacts are kept.",
        unset: "the setting of the repository",
    }),
    summary: (0,input/* input */.hF)(choice/* boolean */.zM, "true", { description: "Write the job summary." }),
    annotations: (0,input/* input */.hF)(choice/* boolean */.zM, "true", { description: "Mark findings on their lines in pull requests." }),
    "log-level": (0,input/* optional */.lq)((0,choice/* choice */.Yq)("quiet", "normal", "debug"), {
        description: "How much the log shows.",
        unset: "`normal`; `debug` when debug logging is enabled for the workflow run",
        resolve: (level, { debug }) => level ?? (debug ? "debug" : "normal"),
    }),
};

// EXTERNAL MODULE: ./build/stage/src/engine/index.js + 2 modules
var engine = __nccwpck_require__(6512);
// EXTERNAL MODULE: ./build/stage/src/kinds/duration.js
var duration = __nccwpck_require__(46458);
// EXTERNAL MODULE: ./build/stage/src/kinds/image.js
var kinds_image = __nccwpck_require__(65545);
// EXTERNAL MODULE: ./build/stage/src/kinds/list.js
var list = __nccwpck_require__(67814);
;// CONCATENATED MODULE: ./build/stage/src/kinds/modules.js




/** Directories of modules, globs of them, both perhaps behind an exclamation mark; `auto` for all. */
const modules = (0,list/* filled */.Bq)((0,list/* list */.p_)({
    allows: "`auto`, or directories and globs such as `.`, `tools/gen`, `services/*` and `!examples/**`",
    words: ["auto"],
    parse(entry) {
        const name = entry.replace(/^!/, "").trim();
        if (name === "" || (0,kinds_text/* hasControls */.Lx)(name))
            return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(entry)} names no directory`);
        if (name.includes("\\"))
            return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(entry)} contains a backslash; write / between directories`);
        if (/^(\/|~|[A-Za-z]:)/.test(name))
            return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(entry)} is absolute; write it relative to working-directory`);
        if (name.split("/").includes("..")) {
            return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(entry)} leaves working-directory; set working-directory to a directory that holds all of them`);
        }
        const excess = (0,path/* globExcess */.I3)(name);
        if (excess !== null)
            return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(entry)} ${excess}`);
        return (0,kind/* valid */.rZ)(`${entry.startsWith("!") ? "!" : ""}${name.replace(/^\.\/(?=.)/, "").replace(/(?<=.)\/$/, "")}`);
    },
}));

;// CONCATENATED MODULE: ./build/stage/src/kinds/runner-host.js

/** Schemes of engine addresses that Dagger 0.21.8 knows (engine/client/drivers). */
const runtimes = ["docker", "podman", "nerdctl", "finch", "apple"];
const schemes = [
    ...[
        "tcp",
        "tls",
        "unix",
        "ssh",
        "kube-pod",
        "dagger-cloud",
        "docker-container",
        "docker-image",
        "container",
        "image",
    ],
    ...runtimes.flatMap((runtime) => [`container+${runtime}`, `image+${runtime}`]),
];
/** Address of a Dagger engine that runs elsewhere. */
const runnerHost = (0,kind/* scalar */.d_)({
    allows: "an address such as `tcp://host:1234`, `kube-pod://name?namespace=ci` or `unix:///run/dagger.sock`",
    parse(text) {
        const scheme = /^([a-z][a-z+-]*):\/\/[^\s]+$/.exec(text)?.[1];
        if (scheme === undefined)
            return (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(text)} is not an address such as tcp://host:1234`);
        return schemes.includes(scheme)
            ? (0,kind/* valid */.rZ)(text)
            : (0,kind/* invalid */.Gq)(`${(0,kind/* quote */.hD)(scheme)} is no kind of address that Dagger knows; use ${(0,kind/* oneOf */.yL)(schemes)}`);
    },
});

// EXTERNAL MODULE: ./build/stage/src/project/select-modules.js
var select_modules = __nccwpck_require__(15216);
;// CONCATENATED MODULE: ./build/stage/src/inputs/spec/run.js













const pointsAtFile = "it says where the file is looked for";
/** A pull request may ask for more separation, never for less. */
const sandboxes = engine/* engines */.s.filter(({ sandbox }) => sandbox).map(({ name }) => name);
const namesEngine = "it decides which machine gets the source and the secrets";
/** Where the pipeline runs, on what, and how. */
const runInputs = {
    "working-directory": (0,input/* input */.hF)(path/* path */.Ae, ".", {
        description: "Directory whose modules are checked, relative to the current directory: every module at or below it, or the one that it lies in. All other paths are relative to it.",
        notFromConfigFile: pointsAtFile,
        resolve: (_, site) => site.workingDirectory,
    }),
    config: (0,input/* optional */.lq)(path/* path */.Ae, {
        description: "Config file in YAML with the same keys as these inputs, relative to the current directory.",
        unset: "the nearest `.dagger-go.yml` from working-directory up to the root of the repository, if there is one",
        notFromConfigFile: pointsAtFile,
        resolve: (_, site) => site.configFile,
    }),
    modules: (0,input/* input */.hF)(modules, "auto", {
        description: "Modules to check, by directory relative to working-directory: names and globs such as `tools/*`, those behind `!` left out. `auto` takes every module at or below it that go.work names or that lies there; not those below `vendor`, `testdata`, `_x` and `.x`, what go.mod's `ignore` lines name or git ignores, and no submodules.",
        resolve: (entries) => (0,select_modules/* selectionOf */.Wm)(entries),
    }),
    workspace: (0,input/* input */.hF)((0,choice/* choice */.Yq)("auto", "off"), "auto", {
        description: "`auto` lets modules see each other as go.work says; modules that it does not name run with `GOWORK=off`. `off` checks every module as its users get it, with `GOWORK=off`.",
    }),
    engine: (0,input/* input */.hF)((0,choice/* choice */.Yq)("auto", ...engine/* engines */.s.map(({ name }) => name)), "auto", {
        description: `What executes the stages: ${(0,kind/* oneOf */.yL)(engine/* engines */.s.map(({ name, about }) => `\`${name}\` ${about}`))}. \`auto\` takes what is there: an engine that somebody points at, else one that lies on this machine; it downloads one only where nothing else would do. The config file may only say ${(0,kind/* oneOf */.yL)(sandboxes.map((name) => `\`${name}\``))}.`,
        configFileWords: sandboxes,
    }),
    "runner-host": (0,input/* optional */.lq)(runnerHost, {
        description: "Address of a Dagger engine that runs elsewhere, such as `tcp://host:1234` or `kube-pod://name?namespace=ci`.",
        unset: "`_EXPERIMENTAL_DAGGER_RUNNER_HOST` of the environment, else an engine on this machine",
        notFromConfigFile: namesEngine,
    }),
    "cloud-token": (0,input/* login */.iD)(kinds_text/* secret */.rJ, {
        description: "Token of Dagger Cloud, for traces and engines there.",
        unset: "`DAGGER_CLOUD_TOKEN` of the environment",
        secret: true,
        notFromConfigFile: "a secret does not belong into a file of the repository",
    }),
    "go-version": (0,input/* optional */.lq)(go/* goVersion */.X9, {
        description: "Go version that every module runs with: exact (`1.26.8`), `1.26` for any 1.26.x, `stable` or `oldstable`. At least 1.22. A runner that does not have it gets it from its tool cache or by Go itself.",
        unset: "what `go-version-file` says, else what Go picks in each module by its `go` and `toolchain` lines",
    }),
    "go-version-file": (0,input/* optional */.lq)(path/* path */.Ae, {
        description: "File that says the Go version instead of `go-version`: a go.mod, go.work, `.go-version` or `.tool-versions`.",
        unset: "none is read for it",
        resolve: (_, site) => site.goVersionFile,
    }),
    "go-image": (0,input/* optional */.lq)(kinds_image/* imageReference */.rA, {
        description: "Image with the Go toolchain for the Dagger engine.",
        unset: "the official `golang` image of the Go version",
        notFromConfigFile: "the image runs with the login for private modules",
    }),
    timeout: (0,input/* input */.hF)(duration/* duration */.p, "30m", { description: "Time limit of each stage, such as `90s` or `1h30m`." }),
    concurrency: (0,input/* optional */.lq)((0,number/* integer */.n)({ from: 1, to: 256 }), {
        description: "How many stages may run at the same time.",
        unset: "by the number of processors",
    }),
    "fail-fast": (0,input/* input */.hF)(choice/* boolean */.zM, "false", { description: "Stop everything else as soon as one stage fails." }),
    "dry-run": (0,input/* input */.hF)(choice/* boolean */.zM, "false", { description: "Show the plan and run nothing." }),
    cache: (0,input/* input */.hF)((0,choice/* choice */.Yq)("true", "restore", "false"), "true", {
        description: "Carry Go's caches from run to run through GitHub's cache service; `restore` uses them without saving.",
    }),
};

;// CONCATENATED MODULE: ./build/stage/src/inputs/spec.js





/** The rows of all gates, and of the gates of one part of the documentation. */
function inputsOfGates(group) {
    return Object.assign({}, ...gates/* gates */.VF.filter((gate) => (group ?? gate.group) === gate.group).map(({ inputs }) => inputs));
}
/** The groups in which documentation shows the inputs. */
const groups = [
    { title: "Run", inputs: runInputs },
    { title: "Checks and tests", inputs: { ...shared/* sharedInputs */.d, ...inputsOfGates("Checks and tests") } },
    { title: "Builds", inputs: inputsOfGates("Builds") },
    { title: "Image", inputs: inputsOfGates("Image") },
    { title: "Modules", inputs: accessInputs },
    { title: "Results", inputs: reportInputs },
];
/**
 * The table of inputs, the one source for parsing, Config, action.yml, `--help`, README and the JSON schema of the config file. A new input is one row: in
 * spec/, or with the gate it belongs to.
 */
const inputs = {
    ...runInputs,
    ...shared/* sharedInputs */.d,
    ...gateInputs(),
    ...accessInputs,
    ...reportInputs,
};
/** The types of the gates' rows are known one by one, and so together. */
function gateInputs() {
    return Object.assign({}, ...gates/* gates */.VF.map((gate) => gate.inputs));
}
const inputNames = groups
    .flatMap((group) => Object.keys(group.inputs))
    .filter(isInputName);
function isInputName(name) {
    return Object.hasOwn(inputs, name);
}


/***/ }),

/***/ 45805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ toggle),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(92784);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2276);


/** One of a closed set of words. `true` and `false` may be written as YAML 1.2 does (`True`, `FALSE`). */
function choice(...words) {
    const isSwitch = words.some((word) => word === "true");
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .scalar */ .d_)({
        shape: isSwitch ? "switch" : "value",
        allows: words.map((word) => `\`${word}\``).join(", "),
        words,
        schema: { enum: words.map((word) => (word === "true" ? true : word === "false" ? false : word)) },
        parse(text) {
            const spelled = /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
            const word = words.find((known) => known === spelled);
            if (word !== undefined)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)(word);
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is not allowed; use ${(0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(words)}${(0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(text, words)}`);
        },
    });
}
/** A check that can be switched on and off, or only warn. */
const toggle = choice("true", "false", "warn");
/** `true` or `false`. */
const boolean = mapped(choice("true", "false"), (word) => word === "true");
function mapped(kind, change) {
    return {
        ...kind,
        parse(raw) {
            const result = kind.parse(raw);
            return result.ok ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)(change(result.value)) : result;
        },
    };
}


/***/ }),

/***/ 97270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ dockerSecrets),
/* harmony export */   j: () => (/* binding */ gitCredentials)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2276);
/* harmony import */ var _pairs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(18205);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11125);



/** The size above which Dagger refuses a secret. */
const largestSecret = 128_000;
/** Lines `https://user:token@host`, the format of git's credential store. Nothing of a line but its host is ever shown. */
const gitCredentials = {
    shape: "list",
    allows: "lines `https://user:token@host`",
    words: [],
    schema: { type: "string" },
    parse(raw) {
        const logins = (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .all */ .Q7)((0,_pairs_js__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)(raw).map((line, index) => parseLogin(line.trim(), index + 1)));
        return logins.ok
            ? separate(logins.value, ({ host }) => host, ({ password }) => password)
            : logins;
    },
};
function parseLogin(line, number) {
    const where = `line ${number}`;
    const url = URL.canParse(line) ? new URL(line) : null;
    if (url === null || url.username === "") {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${where} is not https://user:token@host; in a token, / # ? @ : are written %2F %23 %3F %40 %3A`);
    }
    if (url.protocol !== "https:")
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${where} is not https; a token is not sent in the clear`);
    if (!/^\/?$/.test(url.pathname) || url.search !== "" || url.hash !== "") {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${where} goes on after the host; logins are for whole hosts (in a token, / # ? are written %2F %23 %3F)`);
    }
    const username = decode(url.username);
    const password = decode(url.password);
    if (username === null || password === null)
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${where} has a % that is not followed by two hex digits`);
    // White space would start another word of a .netrc file.
    if (/\s/.test(username + password) || (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControls */ .Lx)(username + password)) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${where} has white space or control characters in the user or token`);
    }
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({ host: url.host, username, password });
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // The only thing it throws is URIError.
        return null;
    }
}
/** Lines `id=value` for `RUN --mount=type=secret,id=…`. Values are never shown. */
const dockerSecrets = {
    shape: "pairs",
    allows: "lines `id=value`",
    words: [],
    schema: { type: "string" },
    parse(raw) {
        const secrets = (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .all */ .Q7)((0,_pairs_js__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)(raw).map((line, index) => parseSecret(line, index + 1)));
        return secrets.ok
            ? separate(secrets.value, ({ id }) => id, ({ value }) => value)
            : secrets;
    },
};
function parseSecret(line, number) {
    const at = line.indexOf("=");
    const id = line.slice(0, Math.max(at, 0)).trim();
    // What stands before a `=` may be the start of a secret that spans lines, so it is not shown.
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/.test(id)) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`line ${number} is not id=value; put an entry that spans lines into double quotes`);
    }
    const value = line.slice(at + 1);
    if (Buffer.byteLength(value) > largestSecret)
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(id)} is larger than ${largestSecret} bytes`);
    return value.includes("\0") ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(id)} contains a NUL character`) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({ id, value });
}
function separate(items, name, secret) {
    const names = items.map(name);
    const twin = names.find((each, index) => names.indexOf(each) !== index);
    if (twin !== undefined)
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(twin)} is given twice`);
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({
        filled: items.filter((item) => secret(item) !== ""),
        empty: items.filter((item) => secret(item) === "").map(name),
    });
}


/***/ }),

/***/ 46458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ age),
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2276);

/** Milliseconds per unit, as Go's time.ParseDuration spells them. */
const units = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    ms: 1,
    s: 1_000,
    m: 60_000,
    h: 3_600_000,
};
const day = 24 * 3_600_000;
/** A week. Node's timers end at 24.8 days, a job at 5 days. */
const longest = 7 * day;
/** Days. No cache keeps anything so long. */
const oldest = 365;
const example = "write it with a unit, such as 90s, 10m or 1h30m";
/** A length of time in Go's notation (`1h30m`, `90s`, `500ms`), as whole milliseconds. */
const duration = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
    allows: "a duration such as `90s`, `10m` or `1h30m`",
    schema: { type: "string", pattern: "^(\\d+(\\.\\d+)?(ns|us|µs|μs|ms|s|m|h))+$" },
    parse(text) {
        if (/^\d+(\.\d+)?$/.test(text))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} has no unit; ${example}`);
        const ms = parseDuration(text);
        if (ms === null)
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is not a duration; ${example}`);
        if (ms < 1)
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is too short; at least 1ms`);
        return ms > longest ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is too long; at most 168h`) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(ms);
    },
});
/** How old something may be, as whole milliseconds: a duration, or days (`7d`). */
const age = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
    allows: "days or a duration, such as `7d` or `36h`",
    schema: { type: "string", pattern: "^(\\d+d|(\\d+(\\.\\d+)?(ns|us|µs|μs|ms|s|m|h))+)$" },
    parse(text) {
        const days = /^(\d{1,6})d$/.exec(text)?.[1];
        const ms = days === undefined ? parseDuration(text) : Number(days) * day;
        if (ms === null)
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is no age; write it as days or with a unit, such as 7d or 36h`);
        if (ms < 1)
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is too short; at least 1ms`);
        return ms > oldest * day ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is too long; at most ${oldest}d`) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(ms);
    },
});
/** Milliseconds, rounded; null when Go would not read the text either. Signs are not accepted. */
function parseDuration(text) {
    const part = /(\d{1,12}(?:\.\d{1,12})?)(ns|us|µs|μs|ms|s|m|h)/gy;
    let ms = 0;
    let end = 0;
    for (const match of text.matchAll(part)) {
        ms += Number(match[1]) * (units[match[2] ?? ""] ?? Number.NaN);
        end = match.index + match[0].length;
    }
    return text !== "" && end === text.length ? Math.round(ms) : null;
}


/***/ }),

/***/ 65484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U$: () => (/* binding */ packages),
/* harmony export */   X9: () => (/* binding */ goVersion),
/* harmony export */   jP: () => (/* binding */ goproxy),
/* harmony export */   m5: () => (/* binding */ buildTags),
/* harmony export */   yh: () => (/* binding */ modulePatterns)
/* harmony export */ });
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(92784);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2276);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(67814);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11125);




/** The oldest Go that is supported, as the minor of 1.x. */
const oldestMinor = 22;
const goNames = ["stable", "oldstable"];
/** `1.26.8`, `1.27rc1`, `1.26` (any patch release), `stable` or `oldstable`. */
const goVersion = (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .scalar */ .d_)({
    allows: "a Go version such as `1.26` or `1.26.8`, at least 1.22, or `stable` or `oldstable`",
    schema: { type: "string", pattern: `^(${goNames.join("|")}|1\\.\\d+(\\.\\d+|(rc|beta)\\d+)?)$` },
    parse(text) {
        if (goNames.includes(text))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text);
        const match = /^(?:go|v)?(1\.(\d{1,3})(?:\.\d{1,3}|(?:rc|beta)\d{1,2})?)$/.exec(text);
        if (match?.[1] === undefined) {
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is not a Go version such as 1.26 or 1.26.8, nor stable or oldstable${(0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(text, goNames)}`);
        }
        if (match[1] !== text)
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is not written as a Go version; write ${match[1]}`);
        return Number(match[2]) >= oldestMinor ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${text} is too old; at least 1.${oldestMinor}`);
    },
});
/** Package patterns of the go command, relative (`./...`) or import paths. */
const packages = (0,_list_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)({
    allows: "package patterns such as `./...` or `./cmd/tool`",
    parse(text) {
        if (text.startsWith("-"))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is a flag; package patterns look like ./cmd/...`);
        if (text.endsWith(".go"))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is a file; name the directory of its package`);
        if (text.includes("@"))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} names a version; packages of this repository have none`);
        if (/^([/~]|[A-Za-z]:)/.test(text))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is absolute; write it relative, such as ./cmd/...`);
        if (text.includes("\\"))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} contains a backslash; write / between directories`);
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControls */ .Lx)(text) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} contains a control character`) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text);
    },
});
/** Build tags (https://pkg.go.dev/cmd/go#hdr-Build_constraints). */
const buildTags = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)({
    allows: "build tags such as `integration,netgo`",
    pattern: /^[\p{L}\p{N}_.]{1,100}$/u,
    otherwise: "is not a build tag; use letters, digits, _ and ., with commas between tags",
});
/** Patterns of module paths, as GOPRIVATE takes them. */
const modulePatterns = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)({
    allows: "patterns of module paths such as `github.com/owner/*`",
    pattern: /^[A-Za-z0-9*?[\]^_.~/-]{1,200}$/,
    otherwise: "is not a pattern of module paths such as github.com/owner/*",
});
/** GOPROXY: addresses, `direct` and `off`, with `,` or `|` between them (https://go.dev/ref/mod#environment-variables). */
const goproxy = (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .scalar */ .d_)({
    allows: "what GOPROXY takes, such as `https://proxy.example.com,direct`",
    parse(text) {
        for (const entry of text.split(/[,|]/).map((part) => part.trim())) {
            if (entry === "direct" || entry === "off")
                continue;
            // A broken address may hold a password, so the text is not shown.
            const url = URL.canParse(entry) ? new URL(entry) : null;
            if (url === null || !/^(https?|file):$/.test(url.protocol) || (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControls */ .Lx)(entry)) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)("is not a list of https:// addresses, direct and off, with , or | between them");
            }
            if (url.username !== "" || url.password !== "") {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`holds a password for ${url.host}; put https://user:token@${url.host} into git-credentials`);
            }
        }
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text);
    },
});


/***/ }),

/***/ 65545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ isReference),
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   rA: () => (/* binding */ imageReference),
/* harmony export */   rK: () => (/* binding */ imageTags),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2276);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(67814);


/** Grammar of image references: https://pkg.go.dev/github.com/distribution/reference (lower-case paths, optional registry). */
const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const label = "(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])";
const registry = `(?:${label}(?:\\.${label})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?`;
const repository = `(?:${registry}/)?${component}(?:/${component})*`;
const tag = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
const nameOnly = new RegExp(`^${repository}$`);
const tagOnly = new RegExp(`^${tag}$`);
const tagged = new RegExp(`^(${repository}):(${tag})$`);
const reference = new RegExp(`^${repository}(?::${tag})?(?:@sha256:[0-9a-f]{64})?$`);
/** The reference format's own limit on names. */
const longestName = 255;
function wellFormed(text, pattern) {
    return text.length <= longestName + 200 && pattern.test(text);
}
/** Name of an image without a tag, with or without a registry. */
const imageName = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
    allows: "a lower-case image name without a tag, such as `app` or `ghcr.io/owner/app`",
    parse(text) {
        if (text.length <= longestName && nameOnly.test(text))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(text);
        if (wellFormed(text, tagged))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} has a tag; put it into image-tags`);
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is not an image name${lowerCaseHint(text, nameOnly)}`);
    },
});
/** A tag (`v1`) or a whole reference with one (`ghcr.io/owner/app:v1`). */
const imageTags = (0,_list_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
    allows: "tags such as `v1`, or references such as `ghcr.io/owner/app:v1`",
    parse(text) {
        if (tagOnly.test(text) || wellFormed(text, tagged))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(text);
        if (wellFormed(text, nameOnly))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} has no tag; write ${text}:<tag>`);
        if (text.includes("@"))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} has a digest; a tag is what an image is given`);
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is neither a tag nor name:tag${lowerCaseHint(text, tagged)}`);
    },
});
/** A reference to an image that is there already. */
const imageReference = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
    allows: "an image reference such as `golang:1.26` or `registry/name@sha256:…`",
    parse: (text) => wellFormed(text, reference)
        ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(text)
        : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is not an image reference${lowerCaseHint(text, reference)}`),
});
function lowerCaseHint(text, pattern) {
    const lower = text.toLowerCase();
    return lower !== text && wellFormed(lower, pattern) ? `; names are lower case: ${lower}` : "";
}
/** The registry that a reference or name is pushed to; `docker.io` when it names none (its first element has no dot, no port and is not localhost). */
function registryOf(name) {
    const [first = "", ...rest] = name.split("/");
    const named = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
    return named ? first : "docker.io";
}
/** True for `name:tag`, false for a bare tag. */
function isReference(text) {
    return tagged.test(text) && !tagOnly.test(text);
}


/***/ }),

/***/ 81788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J$: () => (/* binding */ several),
/* harmony export */   hF: () => (/* binding */ input),
/* harmony export */   iD: () => (/* binding */ login),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   xQ: () => (/* binding */ camelCase)
/* harmony export */ });
/** `docker-from` -> `dockerFrom`. */
function camelCase(name) {
    return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function input(kind, text, row) {
    return {
        ...shared(row),
        kind,
        default: text,
        fallback: () => parseDefault(kind, text),
        resolve: row.resolve ?? same,
    };
}
function optional(kind, row) {
    return { ...shared(row), kind, default: null, fallback: () => null, resolve: row.resolve ?? same };
}
/** A list that is empty when nobody gives it. */
function several(kind, row) {
    return { ...shared(row), kind, default: null, fallback: () => [], resolve: same };
}
/** Part of a login, which may be absent. */
function login(kind, row) {
    return { ...optional(kind, row), login: true };
}
function same(value) {
    return value;
}
function shared(row) {
    return {
        unset: row.unset ?? null,
        description: row.description,
        secret: row.secret ?? false,
        notFromConfigFile: row.notFromConfigFile ?? null,
        configFileWords: row.configFileWords ?? null,
        login: false,
    };
}
function parseDefault(kind, text) {
    const raw = { source: "flag", label: "default", values: [text], entries: false };
    const result = kind.parse(raw);
    if (!result.ok)
        throw new Error(`the default ${text} is wrong: ${result.problems.join("; ")}`);
    return result.value;
}


/***/ }),

/***/ 2276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Q7: () => (/* binding */ all),
/* harmony export */   d_: () => (/* binding */ scalar),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   rZ: () => (/* binding */ valid),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
function valid(value) {
    return { ok: true, value };
}
function invalid(...problems) {
    return { ok: false, problems };
}
/** Quotes a user's value for a message: control characters visible, never longer than 80 characters. */
function quote(text) {
    const clipped = text.length > 80 ? `${text.slice(0, 79)}…` : text;
    return JSON.stringify(clipped);
}
/** `a, b or c`. */
function oneOf(words) {
    if (words.length < 2)
        return words.join("");
    return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
/** A kind whose values are one text; given twice is a problem. */
function scalar(kind) {
    return {
        shape: kind.shape ?? "value",
        allows: kind.allows,
        words: kind.words ?? [],
        schema: kind.schema ?? { type: "string" },
        parse({ values, source }) {
            const [text, ...more] = values;
            if (text === undefined || more.length > 0)
                return invalid(`is given ${values.length} times; give it once`);
            if (text.includes("\0"))
                return invalid("contains a NUL character");
            return kind.parse(kind.verbatim === true ? text : text.trim(), source);
        },
    };
}
/** Collects the values of many results, or the problems of all of them. */
function all(results) {
    const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
    if (problems.length > 0)
        return { ok: false, problems };
    return valid(results.flatMap((result) => (result.ok ? [result.value] : [])));
}


/***/ }),

/***/ 67814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* unused harmony export splitList */
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2276);

/** Entries by comma, newline or repetition. Empty ones and lines that start with `#` do not count; repeated ones count once. */
function list(kind) {
    return {
        shape: "list",
        allows: kind.allows,
        words: kind.words ?? [],
        schema: kind.schema ?? { type: "string" },
        parse(raw) {
            const entries = splitList(raw);
            if (entries.some((entry) => entry.includes("\0")))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("contains a NUL character");
            const result = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .all */ .Q7)(entries.map((entry) => kind.parse(entry)));
            return result.ok ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(unique(result.value, kind.key ?? String)) : result;
        },
    };
}
/** The same kind without the empty list. */
function filled(kind) {
    return {
        ...kind,
        parse(raw) {
            const result = kind.parse(raw);
            return result.ok && result.value.length === 0 ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`is empty; it takes ${kind.allows}`) : result;
        },
    };
}
function unique(values, key) {
    return [...new Map(values.map((value) => [key(value), value])).values()];
}
/** The entries of a list, trimmed. */
function splitList(raw) {
    if (raw.entries)
        return raw.values.map((value) => value.trim()).filter((value) => value !== "");
    return raw.values
        .flatMap((value) => value.split(/\r\n|\r|\n/))
        .filter((line) => !line.trimStart().startsWith("#"))
        .flatMap(splitCommas)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== "");
}
/** Splits at commas that are not inside `{…}`, where globs use them. */
function splitCommas(line) {
    const parts = [""];
    let depth = 0;
    for (const char of line) {
        if (char === "{")
            depth += 1;
        if (char === "}")
            depth = Math.max(0, depth - 1);
        if (char === "," && depth === 0)
            parts.push("");
        else
            parts[parts.length - 1] += char;
    }
    return parts;
}


/***/ }),

/***/ 83547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ percent),
/* harmony export */   n: () => (/* binding */ integer)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2276);

/** A whole number within a range, both ends included. */
function integer({ from, to }) {
    const allows = `a whole number from ${from} to ${to}`;
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
        allows,
        schema: { type: "integer", minimum: from, maximum: to },
        parse(text) {
            const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
            return value >= from && value <= to ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(value) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is not ${allows}`);
        },
    });
}
/** A percentage from 0 to 100, with or without decimals and `%`. */
const percent = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
    allows: "a percentage from 0 to 100",
    schema: { type: ["number", "string"], minimum: 0, maximum: 100, pattern: "^\\d{1,3}(\\.\\d+)?%?$" },
    parse(text) {
        const digits = /^(\d{1,3}(?:\.\d{1,9})?)\s*%?$/.exec(text)?.[1];
        const value = digits === undefined ? Number.NaN : Number(digits);
        return value >= 0 && value <= 100
            ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(value)
            : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} is not a percentage from 0 to 100, such as 80 or 72.5`);
    },
});


/***/ }),

/***/ 18205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TT: () => (/* binding */ assignments),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2276);

const variable = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** `KEY=value`, one per line or occurrence. A comma is part of the value. */
const assignments = {
    shape: "pairs",
    allows: "`NAME=value` lines",
    words: [],
    schema: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*=" },
    parse(raw) {
        const result = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .all */ .Q7)(splitLines(raw).map(parseAssignment));
        return result.ok ? withoutTwins(result.value) : result;
    },
};
/** `NAME=value` or only `NAME`, one per line or occurrence. */
const environment = {
    shape: "pairs",
    allows: "`NAME=value` or `NAME` lines",
    words: [],
    schema: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*(=|$)" },
    parse(raw) {
        const result = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .all */ .Q7)(splitLines(raw).map((line) => {
            const name = line.trim();
            return variable.test(name) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)([name, null]) : parseAssignment(line);
        }));
        return result.ok ? withoutTwins(result.value) : result;
    },
};
function parseAssignment(line) {
    if (line.includes("\0"))
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("contains a NUL character");
    const at = line.indexOf("=");
    // The text may be a secret that lost its name, so it is not shown.
    if (at < 0)
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("a line has no `=`; write NAME=value, one per line");
    const name = line.slice(0, at).trim();
    if (!variable.test(name)) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)} is not a name; use letters, digits and _, not starting with a digit`);
    }
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)([name, line.slice(at + 1)]);
}
function withoutTwins(pairs) {
    const names = pairs.map(([name]) => name);
    const twin = names.find((name, index) => names.indexOf(name) !== index);
    return twin === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(pairs) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(twin)} is given twice`);
}
/**
 * One entry per line. An entry in double quotes may span lines, `""` inside stands for a quote (the notation of docker/build-push-action).
 * Lines that start with `#` and empty lines do not count.
 */
function splitLines(raw) {
    if (raw.entries)
        return raw.values.filter((value) => value.trim() !== "");
    return raw.values.flatMap((value) => splitQuoted(value.replace(/\r\n?/g, "\n")));
}
function splitQuoted(text) {
    const entry = /[ \t]*"((?:[^"]|"")*)"[ \t]*(?:\n|$)|([^\n]*)(?:\n|$)/gy;
    const found = [];
    for (const match of text.matchAll(entry)) {
        const [, quoted, line = ""] = match;
        if (quoted !== undefined)
            found.push(quoted.replaceAll('""', '"'));
        else if (line.trim() !== "" && !line.trimStart().startsWith("#"))
            found.push(line.trimStart());
    }
    return found;
}


/***/ }),

/***/ 51565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   I3: () => (/* binding */ globExcess),
/* harmony export */   Md: () => (/* binding */ fileName),
/* harmony export */   TO: () => (/* binding */ prefixGlob),
/* harmony export */   gV: () => (/* binding */ globs)
/* harmony export */ });
/* harmony import */ var brace_expansion__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9540);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2276);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(67814);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11125);




/** A file or directory; where it leads is checked against the file system by ../paths.ts. */
const path = (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .scalar */ .d_)({
    allows: "a path",
    parse(text) {
        if (text === "")
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)("is empty");
        if ((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControls */ .Lx)(text))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} contains a control character`);
        // Dagger expands `~`, other tools do not: nobody does here.
        if (/^~([/\\]|$)/.test(text))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} starts with ~, which is not expanded; write the path out`);
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text);
    },
});
/** More than anybody writes; `{a,b}` thirty times would be a billion alternatives. */
const mostAlternatives = 256;
const longestGlob = 4096;
/** Patterns for files of the repository, as ../text/glob.ts reads them. */
const globs = (0,_list_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)({
    allows: "glob patterns such as `**/mocks/**` or `internal/gen/*.go`",
    parse(text) {
        if ((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControls */ .Lx)(text))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} contains a control character`);
        if (text.includes("\\"))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} contains a backslash; write / between directories`);
        if (text.startsWith("/") || text.split("/").includes("..")) {
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} leaves the working directory; write it relative to that, without ..`);
        }
        if (text.startsWith("!"))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} starts with !; negated patterns are not supported`);
        if (/[?*+@!]\(/.test(text))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} has a group; write alternatives as {a,b}`);
        const excess = globExcess(text);
        if (excess !== null)
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} ${excess}`);
        return unbalanced(text) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} has a bracket that is not closed`) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text);
    },
});
/** What is too much of a glob, as the end of a sentence; null: nothing. */
function globExcess(text) {
    if (text.length > longestGlob)
        return `is longer than ${longestGlob} characters`;
    const alternatives = (0,brace_expansion__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(text, { max: mostAlternatives + 1 }).length;
    return alternatives > mostAlternatives ? `has more than ${mostAlternatives} alternatives` : null;
}
function unbalanced(glob) {
    const count = (char) => glob.split(char).length;
    return count("{") !== count("}") || count("[") !== count("]") || count("(") !== count(")");
}
const placeholders = ["{name}", "{os}", "{arch}", "{variant}", "{ext}"];
/** File name with placeholders, without directories. */
const fileName = (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .scalar */ .d_)({
    allows: `a file name with ${placeholders.map((name) => `\`${name}\``).join(", ")}`,
    parse(text) {
        const unknown = (text.match(/\{[^{}]*\}/g) ?? []).filter((found) => !placeholders.includes(found));
        if (unknown.length > 0) {
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${unknown.map(_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD).join(", ")} is no placeholder; use ${placeholders.join(", ")}`);
        }
        const fixed = text.replace(/\{[^{}]*\}/g, "x");
        if (/[\\/]/.test(fixed))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is a path; give a file name`);
        if (!/^[A-Za-z0-9_][A-Za-z0-9._+-]{0,99}$/.test(fixed) || fixed.endsWith(".")) {
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is not a file name; use letters, digits and . _ + -, starting with a letter or digit`);
        }
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text);
    },
});
/** A pattern relative to `directory` as one relative to that directory's root; characters of the directory that mean something are escaped. */
function prefixGlob(directory, glob) {
    return directory === "." ? glob : `${directory.replace(/[\\*?[\]{}()!+@|]/g, "\\$&")}/${glob}`;
}


/***/ }),

/***/ 11125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ hasControls),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   nU: () => (/* binding */ textOrPattern),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2276);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(67814);


function schemaOf({ pattern }) {
    return { type: "string", pattern: pattern.source };
}
function match({ pattern, otherwise }, text) {
    return pattern.test(text) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(text) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} ${otherwise}`);
}
/** One text of a fixed form. */
function text(form) {
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({ allows: form.allows, schema: schemaOf(form), parse: (value) => match(form, value) });
}
/** A list of texts of a fixed form. */
function texts(form) {
    return (0,_list_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({ allows: form.allows, schema: schemaOf(form), parse: (value) => match(form, value) });
}
/** Any text on one line; an empty one is refused. */
function line(allows) {
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
        allows,
        parse: (value) => {
            if (value === "")
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("is empty");
            return hasControls(value) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("contains a line break or control character") : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(value);
        },
    });
}
/** Text as it was given, white space included, or a regular expression written as `/…/` with flags of `imsu`. */
const textOrPattern = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
    allows: "text, or a regular expression such as `/v\\d+/`",
    verbatim: true,
    parse(value) {
        // A YAML block ends with a line break that nobody means.
        const given = value.replace(/\r?\n$/, "");
        if (given === "")
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("is empty");
        const pattern = /^\/(.+)\/([imsu]*)$/.exec(given);
        if (pattern?.[1] === undefined || compiles(pattern[1], pattern[2] ?? ""))
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(given);
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(given)} is not a regular expression that JavaScript knows`);
    },
});
function compiles(source, flags) {
    try {
        return new RegExp(source, flags) instanceof RegExp;
    }
    catch {
        // The only thing it throws is SyntaxError.
        return false;
    }
}
/** A secret: one line, never shown in a problem. */
const secret = (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)({
    allows: "a secret",
    parse: (value) => value === "" || hasControls(value)
        ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("is empty or contains a line break or control character")
        : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(value),
});
function hasControls(value) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return /[\u0000-\u001f\u007f]/.test(value);
}


/***/ }),

/***/ 24729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __nccwpck_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/kinds/kind.js
var kind = __nccwpck_require__(2276);
// EXTERNAL MODULE: ./build/stage/src/text/suggest.js
var suggest = __nccwpck_require__(92784);
// EXTERNAL MODULE: ./build/stage/src/inputs/spec.js + 6 modules
var spec = __nccwpck_require__(50354);
;// CONCATENATED MODULE: ./build/stage/src/inputs/flags.js



/**
 * Reads the command line (without node and script): `--x v`, `--x=v`, `--no-x`, a bare `--x` for switches; repeated flags add up to a list.
 * A value that looks like one of our flags has to be written `--x=--y`, so that a forgotten value is noticed.
 */
function parseFlags(argv) {
    const found = new Map();
    const problems = [];
    let show = null;
    let index = 0;
    while (index < argv.length) {
        const word = argv[index] ?? "";
        const token = readToken(word, argv[index + 1]);
        index += token.words;
        if (token.type === "show")
            show ??= token.what;
        else if (token.type === "problem")
            problems.push(token.problem);
        else
            found.set(token.name, [...(found.get(token.name) ?? []), token.value]);
    }
    return { show, values: rawValues(found), problems };
}
function readToken(word, next) {
    if (word === "--help" || word === "-h")
        return { type: "show", what: "help", words: 1 };
    if (word === "--version")
        return { type: "show", what: "version", words: 1 };
    const match = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word);
    if (match?.[1] === undefined)
        return problem(positional(word), 1);
    const [, name, value] = match;
    if ((0,spec/* isInputName */.wp)(name))
        return value === undefined ? readNext(name, next) : { type: "value", name, value, words: 1 };
    if (name.startsWith("no-"))
        return readNegated(name.slice("no-".length), value);
    // What follows belongs to it most likely, and may be a secret behind a misspelt name.
    const words = value === undefined && next !== undefined && !next.startsWith("-") ? 2 : 1;
    return problem(unknown(name), words);
}
function readNext(name, next) {
    const isSwitch = spec/* inputs */.QL[name].kind.shape === "switch";
    if (next !== undefined && !isOwnFlag(next) && !(isSwitch && next.startsWith("-"))) {
        return { type: "value", name, value: next, words: 2 };
    }
    if (isSwitch)
        return { type: "value", name, value: "true", words: 1 };
    const hint = next === undefined ? "" : `; if ${next.split("=")[0]} is the value, write --${name}=${next.split("=")[0]}`;
    return problem(`--${name}: needs a value: ${spec/* inputs */.QL[name].kind.allows}${hint}`, 1);
}
function readNegated(name, value) {
    if (!(0,spec/* isInputName */.wp)(name))
        return problem(unknown(`no-${name}`), 1);
    if (spec/* inputs */.QL[name].kind.shape !== "switch")
        return problem(`--no-${name}: only switches have a --no- form; leave --${name} out`, 1);
    if (value !== undefined)
        return problem(`--no-${name}: takes no value`, 1);
    return { type: "value", name, value: "false", words: 1 };
}
function problem(text, words) {
    return { type: "problem", problem: text, words };
}
function isOwnFlag(word) {
    const name = /^--([^=]+)/.exec(word)?.[1];
    return name !== undefined && ((0,spec/* isInputName */.wp)(name) || (0,spec/* isInputName */.wp)(name.replace(/^no-/, "")));
}
function unknown(name) {
    const negated = name.startsWith("no-");
    const guess = (0,suggest/* nearest */.p)(negated ? name.slice("no-".length) : name, [...spec/* inputNames */.vj, "help", "version"]);
    const hint = guess === null ? "; --help lists them" : `; did you mean "--${negated ? "no-" : ""}${guess}"?`;
    return `--${name.slice(0, 80)}: there is no such flag${hint}`;
}
function positional(word) {
    const guess = (0,suggest/* nearest */.p)(word.replace(/^-+/, ""), spec/* inputNames */.vj);
    const hint = guess === null ? "" : `; did you mean "--${guess}"?`;
    return `unexpected argument ${(0,kind/* quote */.hD)(word)}: every value belongs to a flag, --name value or --name=value${hint}`;
}
function rawValues(found) {
    return new Map([...found].map(([name, values]) => [name, { source: "flag", label: `--${name}`, values, entries: false }]));
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/version.js
/** Version of package.json. Written by scripts/generate.ts. */
const version = "0.1.0";

;// CONCATENATED MODULE: ./build/stage/src/inputs/help.js


/** Columns of a terminal that the text stays within. */
const width = 100;
const intro = [
    "Checks, tests, builds and packages a Go repository as one parallel pipeline.",
    "Usage: node dist/index.js [flags]",
    "Flags: --name value or --name=value. Switches: --name, --no-name or --name=false. Lists: commas, new lines or the flag several times; NAME=value lists: new lines or the flag several times.",
    "The same names work in `with:` of a workflow step and, where it does not say otherwise, as keys of .dagger-go.yml. Precedence: flag, `with:`, config file, default.",
];
const exitCodes = "Exit codes: 0 passed, 1 a check failed, 2 wrong inputs (nothing was run), 3 the engine or environment broke, 130 cancelled.";
/** The text of `--help`: every input by group, without markup, at most 100 columns. */
function helpText() {
    const sections = spec/* groups */.TN.map((group) => {
        const names = spec/* inputNames */.vj.filter((name) => Object.hasOwn(group.inputs, name));
        return `${group.title}:\n${names.map(entry).join("")}`;
    });
    const general = `General:\n${flagEntry("--help, -h", "Show this text.")}${flagEntry("--version", "Show the version.")}`;
    return [...intro.map(paragraph), ...sections, general, paragraph(exitCodes)].join("\n");
}
/** The text of `--version`. */
function versionText() {
    return `dagger-go-pipeline ${version}\n`;
}
function paragraph(text) {
    return `${wrap(plain(text), width).join("\n")}\n`;
}
function entry(name) {
    return flagEntry(`--${name} ${placeholder(spec/* inputs */.QL[name])}`, `${spec/* inputs */.QL[name].description} ${facts(spec/* inputs */.QL[name])}`);
}
function flagEntry(flag, description) {
    return `  ${flag}\n${wrap(plain(description), width - 6)
        .map((line) => `      ${line}\n`)
        .join("")}`;
}
function placeholder({ kind }) {
    if (kind.words.length > 0)
        return kind.words.join(kind.shape === "list" ? "," : "|");
    const shapes = { switch: "true|false", value: "<value>", list: "<list>", pairs: "<name=value>" };
    return shapes[kind.shape];
}
function facts(input) {
    const standard = input.default ?? input.unset;
    const parts = standard === null ? [] : [`[default: ${standard}]`];
    if (input.notFromConfigFile !== null)
        parts.push("[not in the config file]");
    return parts.join(" ");
}
function plain(text) {
    return text.replaceAll("`", "");
}
/** Breaks a text between words into lines of at most `columns`; a longer word has a line of its own. */
function wrap(text, columns) {
    const lines = [];
    for (const word of text.split(" ").filter((part) => part !== "")) {
        const last = lines.at(-1);
        if (last === undefined || last.length + 1 + word.length > columns)
            lines.push(word);
        else
            lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var paths = __nccwpck_require__(60938);
;// CONCATENATED MODULE: ./build/stage/src/project/locate.js


function pathsOf(facts) {
    return facts.style === "win32" ? external_node_path_.win32 : external_node_path_.posix;
}
/**
 * The repository: the nearest parent of `workingDirectory` (itself included; absolute, links resolved) that holds `.git` (a folder, or a file in
 * worktrees and submodules), else GITHUB_WORKSPACE if it contains it, else the directory itself.
 */
function locateRepository(workingDirectory, env, facts) {
    const paths = pathsOf(facts);
    for (const dir of upwards(workingDirectory, facts)) {
        if (facts.kind(paths.join(dir, ".git")) !== null)
            return dir;
    }
    const workspace = env["GITHUB_WORKSPACE"] ?? "";
    const real = paths.isAbsolute(workspace) ? facts.realpath(workspace) : null;
    return real !== null && contains(real, workingDirectory, facts) ? real : workingDirectory;
}
/** The directory and its parents up to the root of the file system. */
function upwards(dir, facts) {
    const paths = pathsOf(facts);
    const dirs = [dir];
    for (let parent = paths.dirname(dir); parent !== dirs.at(-1); parent = paths.dirname(parent))
        dirs.push(parent);
    return dirs;
}
/** True when `inner` is `outer` or below it; both absolute. On Windows upper and lower case are the same. */
function contains(outer, inner, facts) {
    return (0,paths/* isInside */.FK)(outer, inner, facts.style);
}
/** Resolves the links of the part of a path that exists; the rest is appended as it is. */
function resolveLinks(path, facts) {
    const paths = pathsOf(facts);
    for (const dir of upwards(path, facts)) {
        const real = facts.realpath(dir);
        if (real !== null)
            return paths.join(real, paths.relative(dir, path));
    }
    return path;
}
/** `path` below `root` as the project writes paths: relative, slashes, `.` for the root itself. */
function relativeSlashes(root, path, facts) {
    const paths = pathsOf(facts);
    return paths.relative(root, path).split(paths.sep).join("/") || ".";
}

// EXTERNAL MODULE: ./build/stage/src/text/variables.js
var variables = __nccwpck_require__(83711);
// EXTERNAL MODULE: ./build/stage/src/kinds/input.js
var input = __nccwpck_require__(81788);
;// CONCATENATED MODULE: ./build/stage/src/inputs/config.js


/** Makes the values of all inputs, but for logins, what the program works with. */
function configOf(given, site) {
    const resolved = (name) => {
        const row = spec/* inputs */.QL[name];
        return row.resolve(given.get(name), site);
    };
    const plain = spec/* inputNames */.vj.filter((name) => !spec/* inputs */.QL[name].login);
    const values = Object.fromEntries(plain.map((name) => [(0,input/* camelCase */.xQ)(name), resolved(name)]));
    values["given"] = new Set(spec/* inputNames */.vj.filter(given.has));
    // One value for every row, as its `resolve` makes it: what ResolvedInputs says of the same table.
    return Object.freeze(values);
}

// EXTERNAL MODULE: ./build/stage/src/kinds/image.js
var kinds_image = __nccwpck_require__(65545);
// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var model_platform = __nccwpck_require__(53107);
;// CONCATENATED MODULE: ./build/stage/src/inputs/cross-checks.js



/** What is wrong with inputs taken together. */
function crossProblems(given) {
    return [
        ...oneGo(given),
        ...imageOutput(given),
        ...push(given),
        ...smoke(given),
        ...fromBinary(given),
        ...binaryNames(given),
    ];
}
function oneGo(given) {
    if (!given.has("go-version") || !given.has("go-version-file"))
        return [];
    return [
        `${given.label("go-version-file")}: go-version says it already (${given.label("go-version")}); give one of the two`,
    ];
}
function imageOutput(given) {
    const outputs = given.get("image-output") ?? [];
    if (!outputs.includes("none") || outputs.length === 1)
        return [];
    return [`${given.label("image-output")}: "none" cannot be combined with others`];
}
/** Pushing needs to know where to, and one login is for one registry. */
function push(given) {
    if (!given.get("image-output")?.includes("push") || !given.valid("image-tags", "image-name"))
        return [];
    const label = given.label("image-output");
    if (!given.has("image-tags"))
        return [`${label}: "push" needs image-tags, such as ghcr.io/owner/app:v1`];
    const tags = given.get("image-tags");
    const bare = tags.filter((tag) => !(0,kinds_image/* isReference */.A_)(tag));
    const name = given.get("image-name");
    if (bare.length > 0 && given.raw("image-name")?.source === "config") {
        return [
            `${given.label("image-name")}: is not taken from the config file for "push", because a pull request could redirect the image; use a flag or \`with:\`, or write whole references into image-tags`,
        ];
    }
    if (bare.length > 0 && !name?.includes("/")) {
        return [
            `${given.label("image-tags")}: ${bare.map(kind/* quote */.hD).join(", ")} names no repository to push to; write registry/owner/name:tag, or set image-name to registry/owner/name`,
        ];
    }
    const registries = new Set(tags.map((tag) => (0,kinds_image/* registryOf */.Fv)((0,kinds_image/* isReference */.A_)(tag) ? tag : (name ?? tag))));
    if (registries.size === 1 || !given.has("registry-password"))
        return [];
    return [
        `${given.label("image-tags")}: names ${registries.size} registries (${[...registries].join(", ")}), but registry-username and registry-password are for one`,
    ];
}
function smoke(given) {
    return [
        ...needs(given, "smoke-output", "smoke-command"),
        ...needs(given, "smoke-path", "smoke-port"),
        ...needs(given, "smoke-status", "smoke-path"),
    ];
}
function needs(given, name, other) {
    const value = given.get(other);
    const absent = !given.has(other) || value === null || (Array.isArray(value) && value.length === 0);
    return given.has(name) && absent ? [`${given.label(name)}: needs ${other}`] : [];
}
/** An image of the binary has no Dockerfile. */
function fromBinary(given) {
    if (given.get("docker-from") !== "binary" || given.get("docker") === "false")
        return [];
    const label = given.label("docker-from");
    const without = ["dockerfile", "docker-context", "docker-target", "docker-build-args", "docker-secrets"];
    const problems = without
        .filter((name) => given.has(name))
        .map((name) => `${given.label(name)}: has no meaning with docker-from "binary", which uses no Dockerfile`);
    if (given.get("build") === "false")
        problems.push(`${label}: "binary" needs the build stage, but build is false`);
    return problems;
}
/** Binaries of different platforms must not overwrite each other; different packages are checked when they are known. */
function binaryNames(given) {
    if (!given.valid("binary-name", "platforms"))
        return [];
    const template = given.get("binary-name");
    const seen = new Map();
    for (const platform of given.get("platforms")) {
        const file = fill(template, platform);
        const twin = seen.get(file);
        if (twin !== undefined) {
            return [
                `${given.label("binary-name")}: ${(0,kind/* quote */.hD)(template)} gives ${(0,model_platform/* platformKey */.Ng)(twin)} and ${(0,model_platform/* platformKey */.Ng)(platform)} the same file name; use {os}, {arch} and {variant}`,
            ];
        }
        seen.set(file, platform);
    }
    return [];
}
/** The template with the fields of a platform; file systems may ignore case. */
function fill(template, { os, arch, variant }) {
    const fields = {
        os,
        arch,
        variant: variant ?? "",
        ext: os === "windows" ? ".exe" : "",
    };
    return template.replace(/\{(\w+)\}/g, (whole, key) => fields[key] ?? whole).toLowerCase();
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/given.js


function createGiven(values) {
    return {
        has: (name) => values.has(name),
        raw: (name) => values.get(name),
        get: (name) => {
            const raw = values.get(name);
            if (raw === undefined)
                return spec/* inputs */.QL[name].fallback();
            const result = spec/* inputs */.QL[name].kind.parse(raw);
            return result.ok ? result.value : spec/* inputs */.QL[name].fallback();
        },
        label: (name) => values.get(name)?.label ?? name,
        valid: (...names) => names.every((name) => problemsOf(name, values.get(name)).length === 0),
    };
}
/** What is wrong with each value by itself, in the order of the table. */
function valueProblems(given) {
    return spec/* inputNames */.vj.flatMap((name) => {
        const problems = problemsOf(name, given.raw(name));
        return problems.map((problem) => `${given.label(name)}: ${problem}`);
    });
}
function problemsOf(name, raw) {
    const result = raw === undefined ? null : spec/* inputs */.QL[name].kind.parse(raw);
    return result === null || result.ok ? [] : result.problems;
}
/** The values of `with:`. GitHub passes an empty text for what is not set. */
function readWith(values) {
    const found = new Map();
    const problems = [];
    for (const [name, value] of Object.entries(values)) {
        if (!(0,spec/* isInputName */.wp)(name)) {
            problems.push(`with: ${name.slice(0, 80)}: there is no such input${(0,suggest/* didYouMean */.a)(name, spec/* inputNames */.vj)}`);
        }
        else if (value.trim() !== "") {
            found.set(name, { source: "with", label: `with: ${name}`, values: [value], entries: false });
        }
    }
    return { values: found, problems };
}

// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __nccwpck_require__(14083);
// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __nccwpck_require__(60008);
;// CONCATENATED MODULE: ./build/stage/src/project/go-version-file.js




/** The formats of `go-version-file`, by the name of the file. */
const readers = new Map([
    ["go.mod", byLines],
    ["go.work", byLines],
    [".go-version", firstWord],
    [".tool-versions", byTool],
]);
/** What `go-version-file` may be called. */
const goVersionFiles = [...readers.keys()];
/** The Go version that a file asks for: `1.26.8`, `1.26`, `1.27rc1`. Throws UsageError when it says none that the pipeline can run with. */
function versionIn({ label, path, content, gotoolchain }) {
    const said = readers.get(external_node_path_.posix.basename(path))?.(content, gotoolchain) ?? null;
    const version = /^(?:go|v)?(1\.\d+(?:\.\d+|(?:rc|beta)\d+)?)(?:-.*)?$/.exec(said ?? "")?.[1];
    if (version === undefined) {
        const why = said === null ? "says no Go version" : `says ${JSON.stringify(said.slice(0, 80))}, which is no Go version`;
        throw new errors/* UsageError */.eb([`${label}: ${path} ${why}; ${allowed}`]);
    }
    if ((0,go_version/* compareGo */.Ac)(version, go_version/* oldestGo */.Wg) < 0) {
        throw new errors/* UsageError */.eb([`${label}: ${path} asks for Go ${version}, which is too old; at least ${go_version/* oldestGo */.Wg}`]);
    }
    return version;
}
const allowed = "it takes the `toolchain` or `go` line of go.mod and go.work, the version in .go-version, and the `golang` or `go` line of .tool-versions";
/** Whether the name of a file says how it is to be read. */
function isGoVersionFile(path) {
    return readers.has(external_node_path_.posix.basename(path));
}
/** The `toolchain` line, where Go follows it, else the `go` line: as actions/setup-go reads them (its v6 and v7). */
function byLines(content, gotoolchain) {
    const { go, toolchain } = (0,gomod/* moduleFromContent */.Oj)(".", content, false);
    const named = toolchain === null || toolchain === "default" || !(0,go_version/* takesToolchains */.Vd)(gotoolchain) ? null : toolchain;
    return named ?? go;
}
/** Lines of asdf, `golang 1.26.8`, where the first of several versions counts (https://asdf-vm.com/manage/configuration.html#tool-versions); mise writes `go`. */
function byTool(content) {
    for (const line of content.split(/\r?\n/)) {
        const [tool = "", version] = line.replace(/#.*$/, "").trim().split(/\s+/);
        if ((tool === "golang" || tool === "go") && version !== undefined)
            return version;
    }
    return null;
}
function firstWord(content) {
    const lines = content.split(/\r?\n/).map((line) => line.replace(/#.*$/, "").trim());
    return lines.find((line) => line !== "") ?? null;
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/paths.js



/** Resolves docker-context, dockerfile, go-version-file and output-directory and says what is wrong with them. */
function resolvePaths(given, places, surroundings) {
    const look = createLook(places, surroundings);
    const context = look(given.get("docker-context"));
    const dockerfileText = given.get("dockerfile");
    const dockerfile = dockerfileText === null ? look(pathsOf(surroundings.facts).join(context.path, "Dockerfile")) : look(dockerfileText);
    const output = look(given.get("output-directory"));
    const wantsImage = given.get("docker") !== "false" && given.get("docker-from") !== "binary";
    const versionText = given.get("go-version-file");
    const versionFile = versionText === null ? null : look(versionText);
    const { repository } = places;
    const problems = [
        ...(versionFile === null ? [] : versionFileProblems(given, places, versionFile)),
        ...(wantsImage ? imageProblems(given, places, context, dockerfile) : []),
        ...outputProblems(given, places, surroundings, output),
        ...emptied(given, surroundings, output, { context, dockerfile }),
        ...packageProblems(given, places, surroundings),
    ];
    return {
        dockerContext: relativeSlashes(repository, context.path, surroundings.facts),
        dockerfile: relativeSlashes(repository, dockerfile.path, surroundings.facts),
        goVersionFile: versionFile === null ? null : relativeSlashes(repository, versionFile.path, surroundings.facts),
        outputDirectory: output.real,
        problems,
    };
}
function createLook(places, { facts }) {
    return (text) => {
        const written = pathsOf(facts).resolve(places.workingDirectory, text);
        const real = resolveLinks(written, facts);
        const path = contains(places.repository, written, facts) ? written : real;
        return { text, path, real, inside: contains(places.repository, real, facts), kind: facts.kind(real) };
    };
}
function imageProblems(given, places, context, dockerfile) {
    const problems = [];
    const label = given.label("docker-context");
    if (!context.inside)
        problems.push(`${label}: ${outside(context, places)}`);
    else if (context.kind !== "directory")
        problems.push(`${label}: ${(0,kind/* quote */.hD)(context.text)} is not a directory`);
    // Without a Dockerfile of its own name the image stages are skipped or fail: that is not a wrong value.
    const asked = given.has("dockerfile");
    if (context.inside && !dockerfile.inside)
        problems.push(`${given.label("dockerfile")}: ${outside(dockerfile, places)}`);
    else if (asked && dockerfile.kind !== "file") {
        problems.push(`${given.label("dockerfile")}: ${(0,kind/* quote */.hD)(dockerfile.text)} is not a file`);
    }
    return problems;
}
/** Which format it has says its name. */
function versionFileProblems(given, places, file) {
    const label = given.label("go-version-file");
    const formats = `name a ${(0,kind/* oneOf */.yL)(goVersionFiles)}`;
    if (!file.inside)
        return [`${label}: ${outside(file, places)}`];
    if (file.kind !== "file")
        return [`${label}: ${(0,kind/* quote */.hD)(file.text)} is not a file; ${formats}`];
    return isGoVersionFile(file.path.replaceAll("\\", "/"))
        ? []
        : [`${label}: ${(0,kind/* quote */.hD)(file.text)} has no format that is known; ${formats}`];
}
function outside({ text }, { repository }) {
    return `${(0,kind/* quote */.hD)(text)} is outside of the repository, ${repository}`;
}
function outputProblems(given, places, { facts }, output) {
    const label = given.label("output-directory");
    const name = (0,kind/* quote */.hD)(output.text);
    const git = resolveLinks(pathsOf(facts).join(places.repository, ".git"), facts);
    if (contains(output.real, places.workingDirectory, facts)) {
        const relation = output.real === places.workingDirectory ? "is" : "contains";
        return [
            `${label}: ${name} ${relation} the working directory; it is emptied when a run starts, so name a directory of its own`,
        ];
    }
    if (contains(git, output.real, facts))
        return [`${label}: ${name} is inside .git`];
    if (output.kind === "file" || output.kind === "other")
        return [`${label}: ${name} is not a directory`];
    if (!output.inside && given.raw("output-directory")?.source === "config") {
        return [`${label}: ${outside(output, places)}; only a flag or \`with:\` may say so`];
    }
    // Who wrote a path inside the repository did not ask for what a link of the repository makes of it.
    if (!output.inside && contains(places.repository, output.path, facts)) {
        return [`${label}: ${name} is, or lies below, a link that leads out of the repository`];
    }
    return [];
}
/** The output directory is emptied when a run starts: nothing that the run reads may be in it. */
function emptied(given, { facts }, output, { context, dockerfile }) {
    const label = given.label("output-directory");
    const read = [
        ...(given.has("docker-context") ? [["docker-context", context]] : []),
        ...(given.has("dockerfile") ? [["dockerfile", dockerfile]] : []),
    ];
    return read
        .filter(([, place]) => contains(output.real, place.real, facts))
        .map(([name]) => `${label}: ${(0,kind/* quote */.hD)(output.text)} contains ${name}, and is emptied when a run starts`);
}
function packageProblems(given, places, { facts }) {
    return ["packages", "main-packages"].flatMap((name) => {
        const patterns = given.get(name) ?? [];
        return patterns
            .filter((pattern) => /^\.\.(\/|$)/.test(pattern))
            .filter((pattern) => !contains(places.repository, pathsOf(facts).resolve(places.workingDirectory, pattern), facts))
            .map((pattern) => `${given.label(name)}: ${(0,kind/* quote */.hD)(pattern)} is outside of the repository, ${places.repository}`);
    });
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/places.js


const configFileName = ".dagger-go.yml";
/** Finds working directory, repository and config file from what flags and `with:` say of them. */
function findPlaces(given, surroundings) {
    const { cwd, env, facts } = surroundings;
    const text = given.get("working-directory");
    const workingDirectory = facts.realpath(pathsOf(facts).resolve(cwd, text));
    if (workingDirectory === null || facts.kind(workingDirectory) !== "directory") {
        const where = text === "." ? "" : ` (looked for in ${cwd})`;
        const problem = `${given.label("working-directory")}: ${(0,kind/* quote */.hD)(text)} is not a directory${where}`;
        return { workingDirectory: cwd, repository: cwd, config: null, problems: [problem] };
    }
    const repository = locateRepository(workingDirectory, env, facts);
    const found = given.has("config")
        ? askedConfig(given, surroundings)
        : nearestConfig(workingDirectory, repository, facts);
    const checked = checkConfig(found, repository, facts);
    return { workingDirectory, repository, ...checked };
}
function askedConfig(given, { cwd, facts }) {
    const text = given.get("config");
    if (text === null)
        return null;
    const path = facts.realpath(pathsOf(facts).resolve(cwd, text));
    return { label: `${given.label("config")}: ${(0,kind/* quote */.hD)(text)}`, path };
}
function nearestConfig(workingDirectory, repository, facts) {
    for (const dir of upwards(workingDirectory, facts)) {
        if (!contains(repository, dir, facts))
            return null;
        const path = pathsOf(facts).join(dir, configFileName);
        if (facts.kind(path) !== null)
            return { label: `config: ${path}`, path: facts.realpath(path) };
    }
    return null;
}
function checkConfig(found, repository, facts) {
    if (found === null)
        return { config: null, problems: [] };
    const { label, path } = found;
    if (path === null || facts.kind(path) !== "file")
        return { config: null, problems: [`${label} is not a file`] };
    if (!contains(repository, path, facts)) {
        return { config: null, problems: [`${label} is outside of the repository, ${repository}`] };
    }
    return { config: { path, name: relativeSlashes(repository, path, facts) }, problems: [] };
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/raw-values.js
const noValues = { values: new Map(), problems: [] };

// EXTERNAL MODULE: ./build/stage/src/kinds/pairs.js
var pairs = __nccwpck_require__(18205);
;// CONCATENATED MODULE: ./build/stage/src/inputs/fork.js
/** Why a secret that a workflow names may be missing. */
const fork = "secrets are empty for pull requests from forks";

;// CONCATENATED MODULE: ./build/stage/src/inputs/login-secrets.js
/** Stands for "the token is the user name", as GitHub documents it for OAuth tokens; no password of anybody. */
const login_secrets_placeholder = "x-oauth-basic";
/**
 * What is secret in an address such as `https://user:password@host`, as it was written and decoded: the password, or a user name that has none,
 * which is how tokens are written. A user name beside a password is no secret: masking a `u` or a `git` would only make reports unreadable.
 * null when there is no login.
 */
function secretsOfLogin(address) {
    const userinfo = userinfoOf(address);
    if (userinfo === null)
        return null;
    const colon = userinfo.indexOf(":");
    const user = colon < 0 ? userinfo : userinfo.slice(0, colon);
    const password = colon < 0 ? "" : userinfo.slice(colon + 1);
    const secret = password === "" || password === login_secrets_placeholder ? user : password;
    return [...new Set([secret, decoded(secret)])].filter((text) => text !== "");
}
/** Up to the last `@` of the host's part, as URLs are read (https://url.spec.whatwg.org/#authority-state), else of the whole text: a token may hold a `/` that should have been encoded. */
function userinfoOf(address) {
    const rest = /^\s*[a-z][a-z0-9+.-]*:\/\/(.*)$/is.exec(address)?.[1];
    if (rest === undefined)
        return null;
    const authority = rest.slice(0, /[/?#]|$/.exec(rest)?.index);
    const text = authority.includes("@") ? authority : rest;
    const at = text.lastIndexOf("@");
    return at < 0 ? null : text.slice(0, at);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // Not percent-encoded: the text itself is masked already.
        return text;
    }
}

// EXTERNAL MODULE: ./build/stage/src/project/private-hosts.js
var private_hosts = __nccwpck_require__(58483);
;// CONCATENATED MODULE: ./build/stage/src/inputs/ssh-login.js


/** The key for private modules, and what would keep it from opening anything. */
function checkSsh(given, env) {
    const key = given.get("git-ssh-key");
    const knownHosts = given.get("git-ssh-known-hosts") ?? [];
    const nothing = { login: null, problems: [], warnings: [] };
    if (!given.valid("git-ssh-key", "git-ssh-known-hosts", "goprivate", "git-credentials"))
        return nothing;
    if (key === null)
        return given.has("git-ssh-known-hosts") ? withoutKey(given) : nothing;
    const withLogin = (given.get("git-credentials")?.filled ?? []).map(({ host }) => host);
    const goprivate = given.get("goprivate").join(",") || (env["GOPRIVATE"] ?? "");
    const warnings = useless(given, { goprivate, knownHosts, withLogin });
    return { login: { key, knownHosts }, problems: [], warnings };
}
function withoutKey(given) {
    const text = `${given.label("git-ssh-known-hosts")}: needs git-ssh-key`;
    if (given.raw("git-ssh-known-hosts")?.source !== "with")
        return { login: null, problems: [text], warnings: [] };
    return { login: null, problems: [], warnings: [`${text}; there is no key (${fork})`] };
}
function useless(given, access) {
    const label = given.label("git-ssh-key");
    if (access.goprivate === "") {
        return [`${label}: is used for hosts that goprivate names, and it names none; modules are fetched by https`];
    }
    return (0,private_hosts/* hostsWithoutKey */.T)(access).map((host) => `${label}: SSH refuses ${host}, which goprivate names, as long as git-ssh-known-hosts has no key of it`);
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/secrets.js







/**
 * The secrets of a run. A pull request from a fork gets empty secrets: what `with:` leaves empty is left out with a warning, so that such a run still
 * checks the code; an empty secret in a flag is a problem, and so is pushing without a login.
 */
function checkSecrets(given, env) {
    const login = checkLogin(given);
    const git = given.get("git-credentials") ?? { filled: [], empty: [] };
    const docker = given.get("docker-secrets") ?? { filled: [], empty: [] };
    const ssh = checkSsh(given, env);
    const empty = [
        ...git.empty.map((host) => leftOut(given, "git-credentials", `the token for ${host} is empty`)),
        ...docker.empty.map((id) => leftOut(given, "docker-secrets", `the value of "${id}" is empty`)),
    ];
    const token = given.get("cloud-token") ?? env["DAGGER_CLOUD_TOKEN"]?.trim() ?? "";
    return {
        secrets: {
            cloudToken: token === "" ? null : token,
            ...login.secrets,
            gitCredentials: git.filled,
            gitSsh: ssh.login,
            dockerSecrets: docker.filled,
        },
        problems: [...login.problems, ...ssh.problems, ...empty.flatMap((each) => each.problems)],
        warnings: [...login.warnings, ...ssh.warnings, ...empty.flatMap((each) => each.warnings)],
    };
}
function leftOut(given, name, what) {
    const text = `${given.label(name)}: ${what}`;
    if (given.raw(name)?.source !== "with")
        return { problems: [text], warnings: [] };
    return { problems: [], warnings: [`${text}; it is left out (${fork})`] };
}
function checkLogin(given) {
    const registryUsername = given.get("registry-username");
    const registryPassword = given.get("registry-password");
    const none = { registryUsername: null, registryPassword: null };
    if (!given.valid("registry-username", "registry-password"))
        return { secrets: none, problems: [], warnings: [] };
    if ((registryUsername === null) === (registryPassword === null)) {
        return { secrets: { registryUsername, registryPassword }, problems: [], warnings: [] };
    }
    const [there, missing] = registryPassword === null
        ? ["registry-username", "registry-password"]
        : ["registry-password", "registry-username"];
    const text = `${given.label(there)}: needs ${missing}`;
    const pushes = given.get("image-output")?.includes("push") === true;
    const mayBeFork = given.raw(there)?.source === "with" && missing === "registry-password" && !pushes;
    return mayBeFork
        ? { secrets: none, problems: [], warnings: [`${text}; there is no login (${fork})`] }
        : { secrets: none, problems: [text], warnings: [] };
}
/**
 * Every text that has to be masked before anything is printed, from values that nobody has checked yet: also those of inputs that turn out wrong.
 */
function secretsToMask(from) {
    const sources = [parseFlags(from.argv).values, readWith(from.with).values];
    const raws = sources.flatMap((values) => spec/* inputNames */.vj.filter((name) => spec/* inputs */.QL[name].secret).flatMap((name) => textsToMask(name, values.get(name))));
    const variables = ["DAGGER_CLOUD_TOKEN", "DAGGER_SESSION_TOKEN"].map((name) => from.env[name] ?? "");
    return [...new Set([...raws, ...variables, ...loginsIn(from.env)].map((text) => text.trim()))].filter((text) => text !== "");
}
/** Logins in the addresses of module proxies (https://go.dev/ref/mod#goproxy-protocol) and of proxies: tools print them when they fail. */
function loginsIn(env) {
    const names = Object.keys(env).filter((name) => /^(GOPROXY|GOSUMDB|(HTTPS?|ALL|FTP)_PROXY)$/i.test(name));
    const addresses = names.flatMap((name) => (env[name] ?? "").split(/[,|\s]+/));
    return addresses.flatMap((address) => secretsOfLogin(address) ?? []);
}
function textsToMask(name, raw) {
    if (raw === undefined)
        return [];
    if (name === "git-credentials")
        return (0,pairs/* splitLines */.uz)(raw).flatMap((line) => secretsOfLogin(line) ?? [line]);
    if (name === "docker-secrets")
        return (0,pairs/* splitLines */.uz)(raw).map((line) => line.slice(line.indexOf("=") + 1));
    // As it is written to its file too.
    if (name === "git-ssh-key")
        return raw.values.flatMap((value) => [value, value.replace(/\r\n?/g, "\n")]);
    return raw.values;
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/test-env.js

/** Variables of the runner and of ourselves: processes of the repository never see them, on both engines. */
const reserved = /^(GITHUB|ACTIONS|RUNNER|DAGGER|INPUT|_EXPERIMENTAL_DAGGER)_/i;
/** What is wrong with the variables that tests are to get. Values are not shown. */
function testEnvProblems(given, env, windows) {
    const label = given.label("test-env");
    const problemOf = (name, written) => {
        if (reserved.test(name)) {
            return `${label}: ${name} is a variable of the runner, which tests do not get; give the value another name`;
        }
        if ((written ?? (0,variables/* variable */.b)(env, name, windows)) !== null)
            return null;
        return `${label}: ${name} is not set in the environment; set it, or write ${name}=value`;
    };
    const pairs = given.get("test-env") ?? [];
    return pairs.map(([name, written]) => problemOf(name, written)).filter((problem) => problem !== null);
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/parse.js












/** Turns everything the user gave into one frozen Config, or into every problem at once. Precedence: flag, `with:`, config file, default. */
function parseInputs(request) {
    const { outside, problems: outsideProblems } = outsideValues(request);
    const places = findPlaces(createGiven(outside), request);
    const file = request.configFile ?? noValues;
    const given = createGiven(new Map([...file.values, ...outside]));
    const paths = resolvePaths(given, places, request);
    const windows = request.facts.style === "win32";
    const secrets = checkSecrets(given, request.env);
    const located = places.problems.length === 0;
    const problems = [
        ...outsideProblems,
        ...file.problems,
        ...valueProblems(given),
        ...places.problems,
        ...(located ? paths.problems : []),
        ...testEnvProblems(given, request.env, windows),
        ...crossProblems(given),
        ...secrets.problems,
    ];
    if (problems.length > 0)
        return { ok: false, problems: [...new Set(problems)] };
    const config = configOf(given, {
        workingDirectory: places.workingDirectory,
        directory: relativeSlashes(places.repository, places.workingDirectory, request.facts),
        configFile: places.config?.path ?? null,
        ...paths,
        debug: request.env["RUNNER_DEBUG"] === "1",
        variable: (name) => (0,variables/* variable */.b)(request.env, name, windows),
    });
    return {
        ok: true,
        repository: places.repository,
        config,
        secrets: Object.freeze(secrets.secrets),
        provenance: provenanceOf(given),
        warnings: secrets.warnings,
    };
}
/** Where to look for the config file, before it is read: pure, from flags and `with:` alone. */
function placesOf(request) {
    return findPlaces(createGiven(outsideValues(request).outside), request);
}
function outsideValues({ argv, with: values }) {
    const flags = parseFlags(argv);
    const fromWith = readWith(values);
    const outside = new Map([...fromWith.values, ...flags.values]);
    return { outside, problems: [...flags.problems, ...fromWith.problems] };
}
function provenanceOf(given) {
    return new Map(spec/* inputNames */.vj.map((name) => [name, given.raw(name)?.source ?? "default"]));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
;// CONCATENATED MODULE: ./build/stage/src/inputs/read-config-file.js


/** Bytes; a config file has a page, not a book. */
const largest = 256 * 1024;
/** Reads a config file that places.ts has found; `name` is what problems call it. The YAML library is loaded only here. */
async function readConfigFile(path, name) {
    const failed = (problem) => ({ values: new Map(), problems: [`${name}: ${problem}`] });
    try {
        const { size } = await (0,promises_.stat)(path);
        if (size > largest)
            return failed(`has ${size} bytes; at most ${largest} are read`);
        const text = new TextDecoder("utf-8", { fatal: true }).decode(await (0,promises_.readFile)(path));
        const { parseConfigFile } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(683)]).then(__nccwpck_require__.bind(__nccwpck_require__, 52683));
        return parseConfigFile(name, text);
    }
    catch (error) {
        return failed(`cannot be read: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/stage/src/inputs/load.js


/** Finds and reads the config file, then parses everything: the whole way from what the user gave to Config and Secrets. */
async function loadInputs(request) {
    const { config } = placesOf(request);
    const configFile = config === null ? null : await readConfigFile(config.path, config.name);
    return parseInputs({ ...request, configFile });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./build/stage/src/inputs/path-facts.js


/** The file system of this machine. A path that cannot be looked at (no permission, a loop of links) counts as absent. */
function nodePathFacts(platform = process.platform) {
    return {
        style: platform === "win32" ? "win32" : "posix",
        realpath: (path) => attempt(() => external_node_fs_.realpathSync.native(path)),
        kind: (path) => attempt(() => {
            const stats = (0,external_node_fs_.statSync)(path);
            if (stats.isDirectory())
                return "directory";
            return stats.isFile() ? "file" : "other";
        }),
    };
}
function attempt(look) {
    try {
        return look();
    }
    catch (error) {
        if ((0,errors/* systemCode */.xU)(error) !== null)
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/stage/src/platform/mask.js
var platform_mask = __nccwpck_require__(18412);
// EXTERNAL MODULE: ./build/stage/src/report/errors.js
var report_errors = __nccwpck_require__(67172);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
;// CONCATENATED MODULE: ./build/stage/src/cache/keys.js

/** Changes when caches of earlier versions are of no use. */
const format = 2;
/** The keys of everything that a run restores and saves. */
function cacheKeys(parts) {
    const { engine, os, arch, toolchain, settings, sums } = parts;
    const all = ["go-pipeline", `${format}`, "base", engine, os, arch, keys_plain(toolchain), ""].join("-");
    const exact = `${all}${settings}-${sums}-`;
    return {
        bases: [exact, `${all}${settings}-`, all],
        baseOf: (day) => exact + day.toISOString().slice(0, 10).replaceAll("-", ""),
        deltas: (base) => {
            const own = `go-pipeline-${format}-delta-${shortHash(base ?? all)}-${settings}-`;
            return [`${own}${sums}-`, own];
        },
    };
}
/** Keys hold no commas and at most 512 characters; a `-` ends a part, so that no version is the beginning of another. */
function keys_plain(part) {
    return part.replaceAll(/[^\w.]/g, "_").slice(-120);
}
/**
 * Which modules there are: of the content of go.mod, go.sum, go.work and go.work.sum files by path, whatever their order.
 */
function sumsHash(files) {
    const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    return shortHash(sorted.map(([path, text]) => `${path}\0${text.replaceAll("\r\n", "\n")}\0`).join(""));
}
/** Variables that decide how packages are compiled, beside inputs. */
const compilerVariables = /^(GOFLAGS|GOEXPERIMENT|CGO_.*|CC|CXX|GO(386|AMD64|ARM|ARM64|MIPS|PPC64|RISCV64|WASM))$/;
/** What is compiled and how. Jobs of a matrix with different settings would take each other's caches for the newest of their own. */
function settingsHash(config, directory, env) {
    const { deps, vet, test, build, packages, mainPackages, platforms, buildTags, ldflags, trimpath, cgo, race } = config;
    const variables = Object.entries(env).filter(([name, value]) => compilerVariables.test(name) && (value ?? "") !== "");
    const what = { directory, deps, vet, test, build, packages, mainPackages, platforms };
    const how = { buildTags, ldflags, trimpath, cgo, race, testFlags: config.testFlags, variables: variables.sort() };
    return shortHash(JSON.stringify({ ...what, ...how })).slice(0, 8);
}
function shortHash(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 16);
}

// EXTERNAL MODULE: ./build/stage/src/engine/release.js
var release = __nccwpck_require__(77758);
;// CONCATENATED MODULE: ./build/stage/src/cache/permission.js

/** Only who may write to the repository can start these, and the sources are the repository's own. */
const trustedEvents = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch"]);
/**
 * What a run may do with caches. What a run saves is compiled into what later runs build, so only trusted triggers save, and what is released is compiled
 * from sources alone. Scopes: https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache
 */
function permissionOf(mode, trigger) {
    if (mode === "false")
        return { restore: false, ...nothing, reason: "cache: false" };
    if (mode === "restore")
        return { restore: true, ...nothing, reason: "cache: restore" };
    if ((0,release/* isRelease */.M)(trigger)) {
        const reason = "releases and tags are built from sources alone (`cache: restore` restores all the same)";
        return { restore: false, ...nothing, reason };
    }
    const doubt = doubtAbout(trigger);
    const save = doubt === null;
    return { restore: true, save, base: save && isOnDefaultBranch(trigger), reason: doubt };
}
const nothing = { save: false, base: false };
/** False where nobody says which branch that is: other branches see what it saves, and it sees none of theirs. */
function isOnDefaultBranch({ ref, defaultBranch }) {
    return defaultBranch !== null && ref === `refs/heads/${defaultBranch}`;
}
/** Why a run does not save, null when it does. */
function doubtAbout({ eventName, ref, repository, headRepository }) {
    if (eventName === "pull_request") {
        if (headRepository === null)
            return "the event does not say where the pull request comes from";
        return headRepository === repository ? null : "the pull request comes from a fork";
    }
    if (eventName === "merge_group")
        return "no later run can see what a merge queue saves";
    if (eventName === null)
        return "the event of the run is unknown";
    if (!trustedEvents.has(eventName))
        return `${eventName} runs may be started by anyone`;
    return ref?.startsWith("refs/heads/") ? null : "the run is not on a branch";
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(57975);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var text_format = __nccwpck_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __nccwpck_require__(92077);
;// CONCATENATED MODULE: ./build/stage/src/cache/bring.js



/** Name of what is packed: a part of what makes two caches the same. */
const packedName = "go-caches";
/** More than any cache that is saved, headers of the archive included. */
const maxBytes = 4 * 1024 ** 3;
/** Nothing was looked for, or nothing is to be used. */
const broughtNothing = { base: null, delta: null, lost: false, problems: [] };
/**
 * Looks for the newest base and, while that arrives, for the newest delta to it: a delta is of no use without its base. Where there is no base, deltas to none are
 * looked for.
 */
async function bring(request) {
    const stop = new AbortController();
    const signal = AbortSignal.any([request.signal, stop.signal]);
    const errand = { ...request, signal, startedAt: performance.now() };
    try {
        const found = await find(errand, request.keys.bases);
        const delta = bringDelta(errand, found);
        try {
            const base = found === null ? null : await fetchAs(errand, found, "base");
            return { base, lost: false, ...(await delta) };
        }
        finally {
            stop.abort();
            await delta;
        }
    }
    catch (error) {
        return { ...broughtNothing, lost: true, problems: [(0,errors/* messageOf */.bD)(error)] };
    }
}
async function bringDelta(errand, base) {
    try {
        const found = await find(errand, errand.keys.deltas(base?.key ?? null));
        return { delta: found === null ? null : await fetchAs(errand, found, "delta"), problems: [] };
    }
    catch (error) {
        return { delta: null, problems: [`no delta: ${(0,errors/* messageOf */.bD)(error)}`] };
    }
}
async function find({ store, signal }, keys) {
    const result = await store.find({ name: packedName, keys, signal });
    if (result.status === "failed")
        throw new Error(result.reason);
    return result.status === "found" ? result.cache : null;
}
async function fetchAs(errand, cache, part) {
    const { store, signal, startedAt } = errand;
    const dir = (0,external_node_path_.join)(errand.dir, part, packedName);
    await (0,promises_.rm)(dir, { recursive: true, force: true, maxRetries: 3 });
    const limitMs = Math.max(1, Math.round(errand.limitMs - (performance.now() - startedAt)));
    const result = await store.fetch({ cache, dir, maxBytes, limitMs, signal });
    if (result.status === "failed") {
        await (0,promises_.rm)(dir, { recursive: true, force: true, maxRetries: 3 });
        throw new Error(result.reason);
    }
    return { key: cache.key, dir, ms: Math.round(performance.now() - startedAt) };
}

// EXTERNAL MODULE: ./build/stage/src/engine/cache-listing.js
var cache_listing = __nccwpck_require__(51884);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __nccwpck_require__(82221);
;// CONCATENATED MODULE: ./build/stage/src/cache/entries.js


/**
 * What is of use of the build cache: actions that the run used, each with its output, which several may share. Go looks outputs up by their actions, and need not
 * touch the output of an action it only asked about, so outputs are kept by reference and not by time. An action whose output is not there is of no use to anybody.
 */
function buildUnits({ files, actions, since, restored }, keepUnused) {
    // One file each, but for an output that is an executable, which is a directory.
    const entries = (0,group_by/* groupBy */.$)(files, ({ name }) => (0,cache_listing/* entryOf */.Ms)(name));
    const units = [];
    for (const [name, outputName] of new Map(actions.map(resultOf).filter((names) => names !== null))) {
        const [action, output] = [entries.get(name), entries.get(outputName)];
        if (action === undefined || output === undefined)
            continue;
        const used = action.some(({ mtimeMs }) => mtimeMs >= since);
        if (used || (keepUnused && restored.has(name)))
            units.push({ name, files: [...action, ...output] });
    }
    return units;
}
/**
 * The names of an action's entry and of its output's, as the action's text says: `v1 <action> <output> <size> <time>`, hashes as 64 hex digits; Go takes an entry
 * under another name for none (cmd/go/internal/cache, Cache.get). null for anything else.
 */
function resultOf(text) {
    const [, action, output] = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) /.exec(text) ?? [];
    return action === undefined || output === undefined ? null : [entryName(action, "a"), entryName(output, "d")];
}
function entryName(id, kind) {
    return `build/${id.slice(0, 2)}/${id}-${kind}`;
}

;// CONCATENATED MODULE: ./build/stage/src/cache/modules.js
/**
 * Unpacked modules that go.sum files name, with what Go wants to know of them, and the toolchain that ran. Archives stay behind: Go reads them only to unpack.
 */
function usedModules(listing, sums, goVersion) {
    const { trees, mods } = moduleVersions(sums);
    const isIn = (versions, version) => versions.has(version) || isToolchainInUse(version, goVersion);
    const filesOf = new Map();
    const facts = [];
    for (const file of listing.files) {
        if (!file.name.startsWith("mod/"))
            continue;
        const path = file.name.slice("mod/".length);
        const [tree, download] = [treeOf(path), downloadOf(path)];
        if (tree !== null && isIn(trees, tree)) {
            const files = filesOf.get(tree) ?? [];
            files.push(file);
            filesOf.set(tree, files);
        }
        else if (download !== null && isIn(mods, download))
            facts.push(file);
        else if (path.startsWith("cache/download/sumdb/"))
            facts.push(file);
    }
    return { trees: [...filesOf].map(([name, files]) => ({ name, files })), facts };
}
/** Reads go.sum and go.work.sum files: lines `path version hash` and `path version/go.mod hash` (https://go.dev/ref/mod#go-sum-files). */
function moduleVersions(sums) {
    const trees = new Set();
    const mods = new Set();
    for (const line of sums.flatMap((text) => text.split(/\r?\n/))) {
        const [path = "", version = "", hash = ""] = line.trim().split(/\s+/);
        if (hash === "")
            continue;
        const name = `${escapePath(path)}@${escapePath(version.replace(/\/go\.mod$/, ""))}`;
        mods.add(name);
        if (!version.endsWith("/go.mod"))
            trees.add(name);
    }
    return { trees, mods };
}
/** Capitals become `!` and the small letter, for file systems that know only one of them (https://go.dev/ref/mod#module-cache). */
function escapePath(path) {
    return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
/** True for the toolchain that the go command downloaded as a module and the run used: `golang.org/toolchain@v0.0.1-go1.27.0.linux-amd64`. */
function isToolchainInUse(name, goVersion) {
    const prefix = `golang.org/toolchain@v0.0.1-${goVersion}.`;
    return name.startsWith(prefix) && /^[a-z]/.test(name.slice(prefix.length));
}
/** The unpacked module, `path@version`, that a file of the module cache belongs to; null for what Go keeps beside them. */
function treeOf(path) {
    return path.startsWith("cache/") ? null : (/^(?:[^/]+\/)*?[^/]+@[^/]*(?=\/)/.exec(path)?.[0] ?? null);
}
/** The module version that a file of the module cache is about, null for what is no go.mod, no information and no hash. */
function downloadOf(path) {
    const match = /^cache\/download\/(.+)\/@v\/(.+)\.(?:info|mod|ziphash)$/.exec(path);
    return match === null ? null : `${match[1]}@${match[2]}`;
}

;// CONCATENATED MODULE: ./build/stage/src/cache/selection.js



const mebibyte = 1024 ** 2;
/** Bytes before compression; about a quarter of it is what travels and counts against the repository's 10 GB. */
const defaultCaps = { base: 2048 * mebibyte, delta: 64 * mebibyte };
/**
 * The files of an engine's caches that go on to later runs. Above the cap the largest units are left out: for the same bytes more packages stay compiled, and results
 * of tests, which are the smallest, stay longest.
 */
function usedFiles(listing, use, capBytes = defaultCaps[use.part]) {
    const without = use.part === "delta" ? listing.base : new Set();
    const beyond = (files) => files.filter(({ name }) => !without.has(name));
    const modules = usedModules(listing, use.sums, use.goVersion);
    const facts = beyond(modules.facts);
    const units = [...buildUnits(listing, use.keepUnused), ...modules.trees]
        .map(({ name, files }) => sized({ name, files: beyond(files) }))
        .sort((a, b) => a.total - b.total || (a.name < b.name ? -1 : 1));
    const { chosen, droppedBytes } = selection_fill(units, capBytes - (0,cache_listing/* bytesOf */.$$)(facts));
    const newBytes = (0,cache_listing/* bytesOf */.$$)(chosen.filter(({ name }) => !listing.restored.has(name)));
    const files = newBytes === 0 ? [] : [...chosen, ...facts];
    return { names: files.map(nameOf).sort(), bytes: (0,cache_listing/* bytesOf */.$$)(chosen) + (0,cache_listing/* bytesOf */.$$)(facts), newBytes, droppedBytes };
}
function selection_fill(units, room) {
    const chosen = new Set();
    const dropped = new Set();
    let left = room;
    for (const { files } of units) {
        // Units may share files.
        const added = files.filter((file) => !chosen.has(file));
        const bytes = (0,cache_listing/* bytesOf */.$$)(added);
        const fits = bytes <= left;
        if (fits)
            left -= bytes;
        for (const file of added)
            (fits ? chosen : dropped).add(file);
    }
    return { chosen: [...chosen], droppedBytes: (0,cache_listing/* bytesOf */.$$)([...dropped].filter((file) => !chosen.has(file))) };
}
function sized(unit) {
    return { ...unit, total: (0,cache_listing/* bytesOf */.$$)(unit.files) };
}
/** What an archive must not hold is never left out in silence: a module without a file of it is broken. */
function nameOf({ name, regular }) {
    if (!regular)
        throw new Error(`${name} is neither a file nor a directory`);
    return name;
}

;// CONCATENATED MODULE: ./build/stage/src/cache/sidecar.js



/** A text that travels beside the files of a cache, in its directory. */
const fileName = "sidecar.json";
const sidecar_maxBytes = 1024 ** 2;
/** Takes the text out of a cache that was restored; null when there is none, or one that nobody of ours has written. What it says is to be checked. */
async function takeSidecar(dir) {
    const path = (0,external_node_path_.join)(dir, fileName);
    const found = await (0,errors/* ifThere */.y)((0,promises_.lstat)(path));
    if (found === null)
        return null;
    const text = found.isFile() && found.size <= sidecar_maxBytes ? await (0,promises_.readFile)(path, "utf8") : null;
    await (0,promises_.rm)(path, { recursive: true, force: true });
    return text;
}
/** Puts a text into a cache that is going to be saved. False when it is too large. */
async function putSidecar(dir, text) {
    if (Buffer.byteLength(text) > sidecar_maxBytes)
        return false;
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, fileName), text);
    return true;
}

;// CONCATENATED MODULE: ./build/stage/src/cache/travel.js










/** Beyond these, compiling again is likely to be faster. */
const defaultLimits = { restoreMs: 90_000, saveMs: 180_000 };
/** Go's caches on their way from earlier runs into the engine, and from there to later runs. Never throws: a cache is not worth a red run. */
class CacheTravel {
    #options;
    #limits;
    #stop = new AbortController();
    #signal;
    #tempDir = null;
    #prefetched = null;
    #restored = null;
    #sidecar = null;
    #report = travel_nothing;
    constructor(options) {
        this.#options = options;
        this.#limits = options.limits ?? defaultLimits;
        this.#signal = AbortSignal.any([options.signal, this.#stop.signal]);
    }
    get report() {
        return this.#report;
    }
    /** The text that came with what was restored; null without one. Whoever could save a cache could write it: to be checked before it is believed. */
    get sidecar() {
        return this.#sidecar;
    }
    /** Begins the download while the engine is still on its way. Only for engines that begin with empty caches. */
    expect(expected) {
        if (!this.#options.permission.restore || this.#prefetched !== null)
            return;
        const brought = this.#bring(expected);
        brought.catch(() => undefined);
        this.#prefetched = { expected, brought };
    }
    /** Brings caches into the engine. Resolves when commands of Go may begin. */
    async restore(engine) {
        const { permission } = this.#options;
        const { caches } = engine;
        if (caches === undefined || caches === null)
            return this.#leave("this engine keeps its caches");
        if (!permission.restore)
            return this.#leave(permission.reason ?? "not permitted");
        try {
            const { kept, ...state } = await caches.state(this.#signal);
            if (kept !== null)
                return this.#leave(kept);
            await this.#bringIn(caches, { engine: engine.name, ...state });
        }
        catch (error) {
            this.#note(`nothing restored: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    /** Nothing travels. */
    #leave(reason) {
        this.#stop.abort();
        this.#note(reason);
    }
    async #bringIn(caches, expected) {
        const startedAt = performance.now();
        const keys = this.#options.keysFor(expected);
        const brought = await this.#broughtFor(expected);
        const { base, delta, problems } = brought;
        if (base === null && delta === null) {
            await caches.begin({ base: null, delta: null }, this.#signal);
            this.#restored = { keys, brought };
            return this.#note(`nothing restored: ${problems[0] ?? "no cache of an earlier run fits"}`);
        }
        for (const problem of problems)
            this.#note(problem);
        const bytes = await this.#begin(caches, brought);
        this.#restored = { keys, brought: bytes === null ? { ...broughtNothing, lost: true } : brought };
        if (bytes === null)
            return;
        const restoreMs = Math.round(performance.now() - startedAt);
        const restoredBytes = bytes.base + bytes.delta;
        const exactDelta = keys.deltas(base?.key ?? null)[0];
        const hit = (base?.key.startsWith(keys.bases[0]) ?? false) || (delta?.key.startsWith(exactDelta) ?? false);
        const parts = { base: partOf(base, bytes.base), delta: partOf(delta, bytes.delta) };
        this.#report = { ...this.#report, hit, key: (base ?? delta)?.key ?? null, restoredBytes, restoreMs, ...parts };
        const named = [base, delta].flatMap((part) => (part === null ? [] : [part.key])).join(", ");
        this.#tell(`restored ${(0,text_format/* formatBytes */.z3)(restoredBytes)} in ${(0,text_format/* formatDuration */.a3)(restoreMs)} (${named})`);
    }
    /** An archive that is not what we save is put aside, and the engine begins without. */
    async #begin(caches, { base, delta }) {
        try {
            // The delta's is the newer one.
            const texts = [delta, base].map((part) => (part === null ? null : takeSidecar(part.dir)));
            const [newer, older] = await Promise.all(texts);
            const bytes = await caches.begin({ base: base?.dir ?? null, delta: delta?.dir ?? null }, this.#signal);
            this.#sidecar = newer ?? older ?? null;
            return bytes;
        }
        catch (error) {
            this.#note(`nothing restored: ${(0,errors/* messageOf */.bD)(error)}`);
            await caches.begin({ base: null, delta: null }, this.#signal);
            return null;
        }
    }
    async #broughtFor(expected) {
        const early = this.#prefetched;
        if (early !== null) {
            const brought = await early.brought;
            if ((0,external_node_util_.isDeepStrictEqual)(early.expected, expected))
                return brought;
        }
        return await this.#bring(expected);
    }
    async #bring(expected) {
        const { store, keysFor } = this.#options;
        const dir = await this.#temp();
        return await bring({ store, dir, keys: keysFor(expected), limitMs: this.#limits.restoreMs, signal: this.#signal });
    }
    /** Keeps what the run used for later ones. */
    async save(caches, end) {
        const { permission } = this.#options;
        if (this.#restored === null || caches === null || caches === undefined)
            return;
        if (!permission.save)
            return this.#note(`not saved: ${permission.reason}`);
        if (end.spoiled !== null)
            return this.#note(`not saved: ${end.spoiled}`);
        try {
            const next = await this.#next(this.#restored);
            if (typeof next === "string")
                return this.#note(`not saved: ${next}`);
            await this.#pack(caches, next, end);
        }
        catch (error) {
            this.#note(`not saved: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    /** What this run saves, or why it saves nothing. */
    async #next({ keys, brought }) {
        const { permission, store, run, now = () => new Date() } = this.#options;
        const ofToday = keys.baseOf(now());
        if (!permission.base || brought.base?.key === ofToday) {
            if (brought.lost)
                return "what there is of earlier runs could not be restored";
            return { part: "delta", key: keys.deltas(brought.base?.key ?? null)[0] + run };
        }
        // Packing takes longer than this question.
        const found = await store.find({ name: packedName, keys: [ofToday], signal: this.#signal });
        if (found.status === "found" && found.cache.key === ofToday)
            return "another run has saved the base of today";
        return { part: "base", key: ofToday };
    }
    async #pack(caches, { part, key }, end) {
        const { sums } = this.#options;
        const startedAt = performance.now();
        const use = { part, sums, goVersion: end.goVersion, keepUnused: !end.complete };
        const { names, bytes, newBytes, droppedBytes } = usedFiles(await caches.list(this.#signal), use);
        if (newBytes === 0)
            return this.#note("not saved: nothing new was compiled");
        if (droppedBytes > 0)
            this.#note(`${(0,text_format/* formatBytes */.z3)(droppedBytes)} are above the limit and stay behind`);
        const dir = (0,external_node_path_.join)(await this.#temp(), "saved", packedName);
        await (0,promises_.mkdir)((0,external_node_path_.join)(dir, ".."), { recursive: true });
        await caches.pack(dir, names, this.#signal);
        if (end.sidecar !== null && !(await putSidecar(dir, end.sidecar)))
            this.#note("the run's notes are too large to be kept");
        const result = await this.#options.store.save({ dir, key, limitMs: this.#limits.saveMs, signal: this.#signal });
        if (result.status !== "saved")
            return this.#note(`not saved: ${result.reason}`);
        const saveMs = Math.round(performance.now() - startedAt);
        this.#report = { ...this.#report, saved: true, savedAs: part, savedKey: key, savedBytes: bytes, saveMs };
        this.#tell(`saved ${(0,text_format/* formatBytes */.z3)(bytes)} as ${part} in ${(0,text_format/* formatDuration */.a3)(saveMs)} (${key})`);
    }
    /** Removes what is ours. */
    async close() {
        try {
            this.#stop.abort();
            await this.#prefetched?.brought.catch(() => undefined);
            if (this.#tempDir !== null)
                await (0,promises_.rm)(await this.#tempDir, { recursive: true, force: true, maxRetries: 3 });
        }
        catch (error) {
            this.#tell(`cleaning up: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    #temp() {
        this.#tempDir ??= (0,promises_.mkdtemp)((0,external_node_path_.join)(this.#options.tempRoot || (0,external_node_os_.tmpdir)(), "go-pipeline-caches-"));
        return this.#tempDir;
    }
    #note(note) {
        this.#report = { ...this.#report, notes: [...this.#report.notes, note] };
        this.#tell(note);
    }
    #tell(line) {
        this.#options.tell((0,sanitize/* sanitizeLine */.g$)(`caches: ${line}`));
    }
}
const travel_nothing = {
    hit: false,
    key: null,
    restoredBytes: 0,
    restoreMs: 0,
    base: null,
    delta: null,
    saved: false,
    savedAs: null,
    savedKey: null,
    savedBytes: 0,
    saveMs: 0,
    notes: [],
};
function partOf(brought, bytes) {
    return brought === null ? null : { key: brought.key, bytes, ms: brought.ms };
}

;// CONCATENATED MODULE: ./build/stage/src/cache/open.js









/** What carries Go's caches between runs; null where nothing does. Says why, except where nobody expects it: outside of GitHub Actions and for `cache: false`. */
async function openTravel(request) {
    const { config, project, platform, env, signal } = request;
    if (platform.cacheService === undefined || config.cache === "false" || config.dryRun)
        return null;
    const service = platform.cacheService();
    if (!service.ok) {
        platform.log(`caches: ${service.reason}`);
        return null;
    }
    const files = await readSums(project);
    const sums = sumsHash(files);
    const directory = relativeSlashes(project.root, config.workingDirectory, nodePathFacts());
    const settings = settingsHash(config, directory, env);
    const { arch } = process;
    return new CacheTravel({
        store: service.store,
        permission: permissionOf(config.cache, platform.context),
        keysFor: (expected) => cacheKeys({ ...expected, arch, settings, sums }),
        run: `${env["GITHUB_RUN_ID"] ?? "0"}-${env["GITHUB_RUN_ATTEMPT"] ?? "1"}-${(0,external_node_crypto_.randomBytes)(4).toString("hex")}`,
        sums: [...files].flatMap(([path, text]) => (path.endsWith(".sum") ? [text] : [])),
        tempRoot: env["RUNNER_TEMP"] ?? "",
        signal,
        tell: (line) => platform.log(line),
    });
}
/** The files that say which modules there are, by path. */
async function readSums({ root, modules, workspaces }) {
    const work = workspaces.flatMap(({ path }) => [path, (0,external_node_path_.join)((0,external_node_path_.dirname)(path), "go.work.sum")]);
    const members = workspaces.flatMap(({ uses }) => uses);
    const dirs = new Set([...modules.map(({ dir }) => dir), ...members]);
    const paths = [...[...dirs].flatMap((dir) => [(0,external_node_path_.join)(dir, "go.mod"), (0,external_node_path_.join)(dir, "go.sum")]), ...work];
    const files = new Map();
    for (const path of paths) {
        const text = await (0,errors/* ifThere */.y)((0,promises_.readFile)((0,external_node_path_.join)(root, path), "utf8"));
        if (text !== null)
            files.set(path.replaceAll("\\", "/"), text);
    }
    return files;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/adapter.js
/**
 * How `auto` may come by an engine, in the order in which it looks: somebody points at one; what it takes lies on this machine; what it takes can be
 * downloaded.
 */
const ways = ["named", "there", "fetched"];

;// CONCATENATED MODULE: ./build/stage/src/engine/open-engine.js


/**
 * Opens the engine that `engine` names; for `auto` the first that can be had. What was asked for by name, or pointed at, is never exchanged. `chosen` is told
 * before an engine is opened. Throws EnvironmentError when none can be had.
 */
async function openEngine(adapters, request, chosen) {
    const asked = request.config.engine;
    if (asked === "auto")
        return await openFirst(adapters, request, chosen);
    const adapter = adapters.find(({ name }) => name === asked);
    if (adapter === undefined)
        throw new Error(`there is no engine ${asked}`);
    chosen({ name: adapter.name, reason: `engine: ${asked}`, warning: null }, adapter);
    return { adapter, engine: await adapter.open({ ...request, way: null }) };
}
async function openFirst(adapters, request, chosen) {
    const refusals = new Map();
    const failures = [];
    for await (const candidate of candidates(adapters, request, refusals)) {
        const { adapter, reason, way } = candidate;
        if (failures.some((failure) => failure.adapter === adapter))
            continue;
        chosen(choiceOf(candidate, failures), adapter);
        try {
            return { adapter, engine: await adapter.open({ ...request, way }) };
        }
        catch (error) {
            if (way === "named" || request.signal.aborted || !(error instanceof errors/* EnvironmentError */.eG))
                throw error;
            const cause = (0,errors/* messageOf */.bD)(error).replace(/\.$/, "");
            failures.push({ adapter, error, why: `${reason}, but the ${adapter.name} engine cannot be had: ${cause}` });
        }
    }
    throw failures[0]?.error ?? nothingUsable(adapters, refusals);
}
/** Those that can be had, best first. The next way is looked at only when nothing of the one before was taken. */
async function* candidates(adapters, request, refusals) {
    for (const way of ways) {
        const answers = await Promise.all(adapters.map(async (adapter) => ({ adapter, usable: await adapter.usable({ ...request, way }) })));
        request.signal.throwIfAborted();
        for (const { adapter, usable } of answers) {
            if (usable.ok)
                yield { adapter, reason: usable.reason, way };
            else if (usable.reason !== null)
                refusals.set(adapter.name, usable.reason);
        }
    }
}
function choiceOf({ adapter, reason }, failures) {
    const { name } = adapter;
    if (failures.length === 0)
        return { name, reason, warning: null };
    const why = failures.map((failure) => failure.why).join("; ");
    return {
        name,
        reason: `${reason}; ${why}`,
        warning: `engine: auto takes the ${name} engine (${reason}): ${why}.`,
    };
}
function nothingUsable(adapters, refusals) {
    const why = adapters.map(({ name }) => `${name}: ${refusals.get(name) ?? "cannot be had"}`).join("; ");
    const remedy = adapters.map(({ toHave }) => toHave).join(", or ");
    return new errors/* EnvironmentError */.eG(`Nothing here can execute the stages (${why}).`, `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`);
}

// EXTERNAL MODULE: ./build/stage/src/text/columns.js
var columns = __nccwpck_require__(47677);
// EXTERNAL MODULE: ./build/stage/src/model/own-module.js
var own_module = __nccwpck_require__(42679);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var stage = __nccwpck_require__(66180);
// EXTERNAL MODULE: ./build/stage/src/model/stage-id.js
var stage_id = __nccwpck_require__(22736);
// EXTERNAL MODULE: ./build/stage/src/text/shell.js
var shell = __nccwpck_require__(24968);
// EXTERNAL MODULE: ./build/stage/src/plan/graph.js
var graph = __nccwpck_require__(67930);
;// CONCATENATED MODULE: ./build/stage/src/plan/describe-stages.js







const describe_stages_width = 100;
/** One line per stage: id, what it waits for, and the command or why it does not run. */
function describePlan({ stages }) {
    return (0,columns/* aligned */.b6)(stages.map((stage) => [stage.id, whatItDoes(stage, null, (id) => id)]), "");
}
/** A part for each module of a run with several, with the commands as typed in its directory, and one for the stages of the whole run. */
function describeModules({ stages }, dirs) {
    const own = (0,own_module/* ownModules */.W)(stages, dirs, (0,graph/* needsOf */.h)(stages));
    const byModule = (0,group_by/* groupBy */.$)(stages, own);
    const name = namesIn(stages, own);
    const parts = dirs.map((dir) => ({ dir, lines: stageLines(byModule.get(dir) ?? [], dir, name) }));
    const alike = (0,group_by/* groupBy */.$)(parts, ({ dir, lines }) => JSON.stringify(dirs.length > own_module/* maxToldApart */.Y ? lines : [dir]));
    const rest = stageLines(byModule.get(null) ?? [], null, name);
    return [
        ...[...alike.values()].flatMap((same) => part(`in ${same.map(({ dir }) => dir).join(", ")}:`, same[0]?.lines ?? [])),
        ...(rest.length === 0 ? [] : part("of the whole run:", rest)),
    ].slice(0, -1);
}
function part(title, lines) {
    return [...(0,columns/* wrapped */.ky)(title, describe_stages_width), ...(0,columns/* aligned */.b6)(lines), ""];
}
/** What a stage is called among those of a module: without its directory when it is one of them. */
function namesIn(stages, own) {
    const byId = new Map(stages.map((stage) => [stage.id, stage]));
    return (id, dir) => {
        const stage = byId.get(id);
        if (stage === undefined || dir === null || own(stage) !== dir)
            return id;
        return (0,stage_id/* nameOf */.Vb)(stage);
    };
}
/** Stages that do not run for one reason stand in one line. */
function stageLines(stages, dir, name) {
    const groups = (0,group_by/* groupBy */.$)(stages, ({ id, step }) => ((0,stage/* isRunnable */.i)(step) ? `run ${id}` : `${step.status} ${step.reason}`));
    return [...groups.values()].map((group) => {
        const [what = ""] = group.map((stage) => whatItDoes(stage, dir, name));
        return [group.map(({ id }) => name(id, dir)).join(", "), what];
    });
}
function whatItDoes({ needs, step, warnOnly, command }, dir, name) {
    if (!(0,stage/* isRunnable */.i)(step))
        return `${step.status}: ${step.reason}`;
    const after = needs.length === 0 ? "" : ` (after ${needs.map((need) => name(need, dir)).join(", ")})`;
    return `${dir === null ? command : typedIn(dir, command)}${after}${warnOnly ? " [warn]" : ""}`;
}
/** A command for the repository's root as one types it in the directory; as it is when it is more than one command there. */
function typedIn(dir, command) {
    const [start = "", end = ""] = (0,shell/* inDirectory */.zX)(dir, "\n").split("\n");
    if (!command.startsWith(start) || !command.endsWith(end))
        return command;
    const inner = command.slice(start.length, command.length - end.length);
    return start !== "" && inner.includes("(cd ") ? command : inner;
}

;// CONCATENATED MODULE: ./build/stage/src/plan/describe.js






/** What `--dry-run` prints: engine and why, Go version and why, modules and why, platforms, stages with what they wait for. */
function describeRun(run) {
    const { config, project, choice, inspection, plan, testReuse } = run;
    const mains = inspection.modules.flatMap((module) => module.mains.map((main) => main.importPath));
    const [only, ...others] = project.modules;
    const several = others.length > 0;
    const lines = [
        `engine     ${choice.name} (${choice.reason})`,
        `go         ${inspection.goVersion} (${whyGo(config, project)})`,
        ...project.workspaces.map(({ path, uses }) => `workspace  ${path} (names ${uses.join(", ")})`),
        several || only === undefined
            ? `modules    ${project.modules.length}`
            : `module     ${describeModule(only, inspection)}`,
        `mains      ${mains.length === 0 ? "none" : mains.join(", ")}`,
        ...(testReuse === null ? [] : [`tests      ${testReuse.mode} (${testReuse.reason})`]),
        `platforms  ${config.platforms.map(model_platform/* platformKey */.Ng).join(", ")}`,
        ...plan.warnings.map((warning) => `warning    ${warning}`),
        "",
        ...(several ? severalModules(run) : describePlan(plan)),
    ];
    // Directories and commands may hold what steers a terminal; commands stay whole.
    return lines.map((line) => (0,sanitize/* sanitizeLine */.g$)(line, Number.POSITIVE_INFINITY));
}
function severalModules({ project, inspection, plan }) {
    const rows = project.modules.map((module) => {
        const { packages, mains, go, why, path } = factsOf(module, inspection);
        const cells = [module.dir, `${packages ?? notLoaded}`, `${mains}`, go ?? "–", why, path];
        return cells.map((cell) => (0,sanitize/* sanitizeLine */.g$)(cell));
    });
    const dirs = project.modules.map(({ dir }) => dir);
    return [
        ...(0,columns/* aligned */.b6)([["module", "packages", "mains", "go", "why", "path"], ...rows], ""),
        "",
        ...describeModules(plan, dirs),
    ];
}
const notLoaded = "Go cannot load it";
/** What there is to say of a module; `packages` is null when Go cannot load it. */
function factsOf({ dir, path, within, why }, { modules }) {
    const found = modules.find((module) => module.dir === dir);
    return {
        packages: found?.problem == null ? (found?.packages.length ?? 0) : null,
        mains: found?.mains.length ?? 0,
        go: found?.goVersion ?? null,
        why: [...(within === "." ? [] : [`only below ${within}`]), why].join(", "),
        path: path ?? "(no module line)",
    };
}
function describeModule(module, inspection) {
    const { packages, go, why, path } = factsOf(module, inspection);
    const own = go === null || go === inspection.goVersion ? [] : [go];
    const counted = packages === null ? notLoaded : (0,text_format/* plural */.LS)(packages, "package");
    return `${path} in ${module.dir} (${[counted, ...own, why].join(", ")})`;
}
function whyGo(config, { wantedGo }) {
    if (config.goVersion !== null)
        return `${(0,go_version/* askedBy */.Ai)(config)} asks for ${config.goVersion}`;
    return wantedGo === null ? "no go line asks for a version" : `${wantedGo.source} asks for ${wantedGo.version}`;
}

// EXTERNAL MODULE: ./build/stage/src/preload.js
var preload = __nccwpck_require__(40421);
;// CONCATENATED MODULE: ./build/stage/src/project/ignored.js
/**
 * Answers whether a directory of a module is left out by the `ignore` lines of its go.mod, which Go 1.25 has introduced: `./x` names one directory,
 * `x` all directories of that name, and everything below them. `dir` is relative to the module, `.` for its root. The same comparison as in the go command:
 * https://go.googlesource.com/go/+/refs/tags/go1.27.4/src/cmd/go/internal/search/search.go, `IgnorePatterns`.
 */
function ignoredDirs(lines) {
    const anchored = lines.filter((line) => line.startsWith("./")).map((line) => enclosed(line.slice("./".length)));
    const anywhere = lines.filter((line) => !line.startsWith("./")).map(enclosed);
    const named = (dir) => {
        const path = enclosed(dir);
        return anchored.some((start) => path.startsWith(start)) || anywhere.some((part) => path.includes(part));
    };
    // Go does not walk into what it leaves out, and the root is where it begins.
    const nothing = named(".");
    return (dir) => nothing || named(dir);
}
function enclosed(path) {
    const begun = path.startsWith("/") ? path : `/${path}`;
    return begun.endsWith("/") ? begun : `${begun}/`;
}

;// CONCATENATED MODULE: ./build/stage/src/project/module-dirs.js

/** Directories at or below `from` with a go.mod, but for what `filesNamed` leaves out. Sorted. */
function moduleDirs(files, from) {
    return filesNamed("go.mod", files, from)
        .map((file) => external_node_path_.posix.dirname(file))
        .sort();
}
/**
 * The files of a name at or below `from`, leaving out what Go itself never looks at below it (vendor, testdata, names that start with `_` or `.`) and
 * node_modules.
 */
function filesNamed(name, files, from) {
    const base = from === "." ? "" : `${from}/`;
    const hidden = /(^|\/)(vendor|testdata|node_modules|[_.][^/]*)\//;
    return files.filter((file) => file.startsWith(base) && external_node_path_.posix.basename(file) === name && !hidden.test(file.slice(base.length)));
}
/** `dir` and every directory above it, up to the repository's root. */
function module_dirs_upwards(dir) {
    const dirs = [dir];
    for (let at = dir; at !== ".";) {
        at = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : ".";
        dirs.push(at);
    }
    return dirs;
}

// EXTERNAL MODULE: ./build/stage/src/project/select-modules.js
var select_modules = __nccwpck_require__(15216);
;// CONCATENATED MODULE: ./build/stage/src/project/workspaces.js



/** Every go.work at or below `directory`, and the nearest one above it, which covers what lies there. */
async function findWorks(repository, directory) {
    const below = filesNamed("go.work", repository.files, directory);
    const above = module_dirs_upwards(directory).map((dir) => (0,gomod/* joinPath */.uJ)(dir, "go.work"));
    const works = [];
    // What git ignores, and go.work often is, covers modules all the same.
    for (const path of new Set([...above, ...below])) {
        const content = await repository.read(path);
        if (content !== null)
            works.push((0,gomod/* workFromContent */.fx)(path, content, repository.root));
    }
    return works;
}
/** The go.work that Go takes for a module: the nearest one at or above it (https://go.dev/ref/mod#workspaces). */
function covering(works, dir) {
    const around = module_dirs_upwards(dir).map((place) => (0,gomod/* joinPath */.uJ)(place, "go.work"));
    return around.map((path) => works.find((work) => work.path === path)).find((work) => work !== undefined) ?? null;
}
function namesModule({ uses }, dir) {
    return uses.includes(dir);
}
/** Throws UsageError when a go.work covers the directory, in which no module is, and names none of the repository. */
async function requireModules(repository, works, directory) {
    const work = covering(works, directory);
    if (work === null)
        return;
    const own = work.uses.filter((dir) => (0,gomod/* isInside */.FK)(".", dir));
    const files = await Promise.all(own.map((dir) => repository.read((0,gomod/* joinPath */.uJ)(dir, "go.mod"))));
    if (files.some((file) => file !== null))
        return;
    const absent = work.uses.length === 0 ? "no module" : `${work.uses.join(", ")}, where the repository has no go.mod`;
    throw new errors/* UsageError */.eb([
        `working-directory: ${work.path} names ${absent}. Add modules with \`go work use ./<directory>\`, or set working-directory to a module.`,
    ]);
}

;// CONCATENATED MODULE: ./build/stage/src/project/modules.js









/**
 * Finds the modules to check at or below the working directory, else the module that it lies in, and the go.work files that cover them. Throws UsageError
 * when there is none, saying where one is, and for selections that name none.
 */
async function discoverProject(repository, request) {
    const { directory, gotoolchain } = request;
    const off = isOff(request);
    const works = off ? [] : await findWorks(repository, directory);
    const all = await modules_candidates(repository, directory, works);
    const chosen = await named(all, request, repository);
    const modules = chosen.map((candidate) => placed(candidate, works, request));
    refuseEqualPaths(modules, directory);
    const workspaces = works.filter(({ path }) => modules.some(({ workspace }) => workspace === path));
    const checked = new Set(modules.map(({ dir }) => dir));
    const outside = workspaces.flatMap(({ uses }) => uses).filter((dir) => !(0,gomod/* isInside */.FK)(".", dir));
    return {
        root: repository.root,
        directory,
        modules,
        unchecked: [...unchecked(repository.files, modules, all.ignored).filter((dir) => !checked.has(dir)), ...outside],
        workspaces,
        wantedGo: (0,go_version/* wantedGo */.y6)(modules, workspaces, gotoolchain),
        files: [...repository.files, ...(await checkedOut(repository, modules))],
        git: repository.git,
    };
}
function isOff({ workspace, gowork }) {
    return workspace === "off" || gowork === "off";
}
async function modules_candidates(repository, directory, works) {
    const nested = moduleDirs(repository.files, directory);
    const used = works.flatMap(({ uses }) => uses).filter((dir) => (0,gomod/* isInside */.FK)(directory, dir));
    const files = await Promise.all([...new Set([...nested, ...used])].map((dir) => readModule(repository, dir)));
    const present = files.filter((file) => file !== null).sort(byDirectory);
    const ignored = ignoredBy(present);
    const own = present.filter(({ dir }) => used.includes(dir) || !ignored(dir));
    const found = own.map((file) => ({ ...file, within: ".", why: reasonFor(file.dir, directory, works) }));
    if (own.some(({ dir }) => dir === directory))
        return { found, ignored };
    const around = await moduleAround(repository, directory, own);
    if (around !== null)
        return { found: [around, ...found], ignored };
    if (found.length > 0)
        return { found, ignored };
    await requireModules(repository, works, directory);
    throw new errors/* UsageError */.eb([noModule(repository, directory)]);
}
/** The working directory's own module first, then by name. */
function byDirectory(a, b) {
    return a.dir < b.dir ? -1 : a.dir > b.dir ? 1 : 0;
}
function reasonFor(dir, directory, works) {
    const work = covering(works, dir);
    if (work !== null && namesModule(work, dir))
        return `${work.path} names it`;
    return dir === directory ? "it lies in working-directory" : "it lies below working-directory";
}
async function readModule(repository, dir) {
    const content = await repository.read((0,gomod/* joinPath */.uJ)(dir, "go.mod"));
    if (content === null)
        return null;
    const vendored = (await repository.read((0,gomod/* joinPath */.uJ)(dir, "vendor/modules.txt"))) !== null;
    return (0,gomod/* moduleFromContent */.Oj)(dir, content, vendored);
}
/** The module that the working directory lies in, restricted to it; null when it lies in none, or when no Go file of that module is there. */
async function moduleAround(repository, directory, nested) {
    for (const dir of module_dirs_upwards(directory).slice(1)) {
        const file = await readModule(repository, dir);
        if (file === null)
            continue;
        const own = repository.files.some((path) => path.endsWith(".go") && (0,gomod/* isInside */.FK)(directory, path) && !nested.some((module) => (0,gomod/* isInside */.FK)(module.dir, path)));
        if (!own && nested.length > 0)
            return null;
        return { ...file, within: (0,stage_id/* below */.Gz)(dir, directory), why: "working-directory lies in it" };
    }
    return null;
}
function ignoredBy(modules) {
    const rules = modules
        .filter(({ ignore }) => ignore.length > 0)
        .map(({ dir, ignore }) => ({ prefix: dir === "." ? "" : `${dir}/`, ignored: ignoredDirs(ignore) }));
    return (dir) => rules.some(({ prefix, ignored }) => dir.startsWith(prefix) && ignored(dir.slice(prefix.length)));
}
/** What a selection takes of the candidates, and of modules that only count when somebody names them: submodules, test data. */
async function named({ found }, { selection, directory }, repository) {
    if (selection === null)
        return found;
    const more = await Promise.all(selection.literal
        .map((name) => (0,gomod/* joinPath */.uJ)(directory, name))
        .filter((dir) => (0,gomod/* isInside */.FK)(directory, dir) && !found.some((module) => module.dir === dir))
        .map((dir) => readModule(repository, dir)));
    const named = more.filter((file) => file !== null).map((file) => ({ ...file, within: ".", why: "" }));
    const chosen = (0,select_modules/* selectModules */.Ac)(selection, [...found, ...named].sort(byDirectory), directory);
    return chosen.map((candidate) => ({ ...candidate, why: "`modules` names it" }));
}
/** Files of the submodules in which modules of the run lie. */
async function checkedOut(repository, modules) {
    const around = new Set(modules.flatMap(({ dir }) => module_dirs_upwards(dir)));
    const places = repository.files.map((entry) => entry.replace(/\/$/, "")).filter((entry) => around.has(entry));
    const files = places.map(async (place) => (await repository.filesOf(place)).map((path) => `${place}/${path}`));
    return (await Promise.all(files)).flat();
}
/** With the go.work that covers it, and the variables that go commands in it need. */
function placed(candidate, works, request) {
    const { directory, gowork } = request;
    // Said to Go even where the environment says it: commands for people carry it then.
    if (isOff(request))
        return { ...candidate, workspace: null, env: { GOWORK: "off" } };
    const work = covering(works, candidate.dir);
    if (work === null)
        return { ...candidate, workspace: null, env: {} };
    // As in a shell: somebody who stands in a module below a go.work that does not name it is told so by Go.
    const asInShell = candidate.dir === directory && !(0,gomod/* isInside */.FK)(directory, work.path);
    if (namesModule(work, candidate.dir) || asInShell || (gowork ?? "") !== "") {
        return { ...candidate, workspace: work.path, env: {} };
    }
    return { ...candidate, workspace: null, env: { GOWORK: "off" }, why: `${candidate.why}, outside of ${work.path}` };
}
/** Import paths name packages in coverage profiles and test events: they have to say which module is meant. */
function refuseEqualPaths(modules, directory) {
    const byPath = new Map();
    const problems = [];
    for (const { path, dir } of modules) {
        const other = path === null ? undefined : byPath.get(path);
        if (path !== null && other === undefined)
            byPath.set(path, dir);
        else if (path !== null) {
            problems.push(`modules: ${(0,paths/* placeName */.fW)(other ?? "")} and ${(0,paths/* placeName */.fW)(dir)} both have the module path ${path}. Give one another path, or leave it out: modules: "!${(0,select_modules/* selectionName */.uT)(dir, directory)}".`);
        }
    }
    if (problems.length > 0)
        throw new errors/* UsageError */.eb(problems);
}
/** Modules of the repository that this run leaves out, but for what a module itself calls no part of it. */
function unchecked(files, modules, ignored) {
    const own = ignoredBy(modules);
    return moduleDirs(files, ".").filter((dir) => !own(dir) && !ignored(dir));
}
function noModule(repository, directory) {
    const headline = `working-directory: no go.mod in ${(0,paths/* placeName */.fW)(directory)}, above it or below it.`;
    const others = moduleDirs(repository.files, ".");
    if (others.length > 0)
        return `${headline} Set working-directory to one of the modules: ${others.join(", ")}.`;
    return `${headline} Run \`go mod init <module path>\` there, or set working-directory to the directory that holds go.mod.`;
}

// EXTERNAL MODULE: ./build/stage/src/project/tree.js
var tree = __nccwpck_require__(51280);
;// CONCATENATED MODULE: ./build/stage/src/project/repository.js





/** Opens the repository at `root` (absolute) for discovery: its files as git lists them, or as the directories hold them. */
async function openRepository(root) {
    const { source, tracked, untracked } = await (0,tree/* listFiles */.C)(root);
    return {
        ...{ root, files: [...tracked, ...untracked], git: source === "git" },
        read: (path) => readText(root, path),
        filesOf: async (dir) => {
            const own = await (0,tree/* listFiles */.C)((0,external_node_path_.join)(root, dir));
            return [...own.tracked, ...own.untracked];
        },
    };
}
/** No go.mod comes near it; `/dev/zero`, for which a link is enough, has no end. */
const largestFile = 16 * 1024 * 1024;
/** Follows links inside the repository only. */
async function readText(root, path) {
    try {
        const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, path));
        if (!(0,paths/* isInside */.FK)(await (0,promises_.realpath)(root), real, (0,paths/* pathStyle */.Ls)(process.platform))) {
            throw new errors/* UsageError */.eb([`${path} is a link that leads out of the repository.`]);
        }
        const { size } = await (0,promises_.stat)(real);
        if (size > largestFile)
            throw new errors/* UsageError */.eb([`${path} has ${size} bytes, too many to be what its name says.`]);
        return await (0,promises_.readFile)(real, "utf8");
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "EISDIR"))
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/stage/src/project/go-releases.js
var go_releases = __nccwpck_require__(24261);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(73136);
;// CONCATENATED MODULE: ./build/stage/src/engine/toolchain-list.js





/** Whole time for one proxy; the list has some kilobytes. */
const limitMs = 60_000;
/**
 * The list of toolchains (https://go.dev/ref/mod#goproxy-protocol, `$base/golang.org/toolchain/@v/list`) of the first module proxy that answers with one. Throws an
 * Error that says why there is none. Which of the separators stands between proxies does not matter: nothing private is asked for.
 */
async function fetchToolchains(request) {
    const causes = [];
    for (const entry of request.goproxy.split(/[,|]/).map((part) => part.trim())) {
        if (entry === "off")
            break;
        // Toolchains come from proxies alone.
        if (entry === "direct" || !URL.canParse(entry))
            continue;
        try {
            return await readList(new URL(entry), request);
        }
        catch (error) {
            request.signal.throwIfAborted();
            causes.push(`${hostOf(entry)}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    throw new Error(causes.join("; ") || `GOPROXY=${withoutLogins(request.goproxy)} names no proxy to ask`);
}
async function readList(proxy, request) {
    const login = loginFor(proxy, request.logins);
    proxy.username = "";
    proxy.password = "";
    proxy.pathname = `${proxy.pathname.replace(/\/$/, "")}/golang.org/toolchain/@v/list`;
    if (proxy.protocol === "file:")
        return await (0,promises_.readFile)((0,external_node_url_.fileURLToPath)(proxy), "utf8");
    const headers = login === null ? {} : { authorization: `Basic ${Buffer.from(login).toString("base64")}` };
    const { download } = await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(732)]).then(__nccwpck_require__.bind(__nccwpck_require__, 28351));
    const { signal, pauseMs } = request;
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(request.tempRoot || (0,external_node_os_.tmpdir)(), "go-toolchains-"));
    try {
        const file = (0,external_node_path_.join)(dir, "list");
        await download({ url: proxy.href, file, limitMs, signal, headers, ...(pauseMs === undefined ? {} : { pauseMs }) });
        return await (0,promises_.readFile)(file, "utf8");
    }
    finally {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
    }
}
/** `user:password`, as the address or `git-credentials` has it. */
function loginFor(proxy, logins) {
    if (proxy.username !== "")
        return [proxy.username, proxy.password].map(decodeURIComponent).join(":");
    const known = logins.find(({ host }) => host === proxy.host && proxy.protocol === "https:");
    return known === undefined ? null : `${known.username}:${known.password}`;
}
function hostOf(entry) {
    const { host, pathname } = new URL(entry);
    return host || pathname;
}
function withoutLogins(goproxy) {
    return goproxy.replaceAll(/:\/\/[^/\s,|]*@/g, "://");
}

;// CONCATENATED MODULE: ./build/stage/src/engine/asked-go.js




/** What Go itself takes where nobody says (https://go.dev/ref/mod#environment-variables). */
const defaultProxy = "https://proxy.golang.org,direct";
/**
 * The exact version for what `go-version` or its file asks, the same for every engine: `1.26` is the Go on PATH when that is one of them, else, as `stable` and
 * `oldstable`, the newest release in the module proxy's list. With `go-image` it stays a line of releases, since the image decides which one it has.
 * Null: nobody asks. Throws EnvironmentError when the list cannot be had.
 */
async function exactGo(request, ways = { onPath: request.goOnPath, list: fetchToolchains }) {
    const { goVersion: asked, goImage } = request.config;
    const named = asked === "stable" || asked === "oldstable";
    if (asked === null || (0,go_releases/* isExact */.u0)(asked) || (goImage !== null && !named))
        return asked;
    const onPath = await ways.onPath();
    const own = named ? null : ownRelease(asked, onPath, request.project);
    if (own !== null)
        return own;
    const found = await listed(asked, onPath, request, ways);
    request.log(`${(0,go_version/* askedBy */.Ai)(request.config)}: ${asked} is Go ${found}, by the module proxy's list`);
    return goImage === null ? found : (0,go_releases/* lineOf */.cA)(found);
}
/** The Go on PATH, when it is a release of the line and new enough for what the modules' `go` lines say. */
function ownRelease(asked, onPath, project) {
    if (onPath.state !== "there")
        return null;
    const chosen = (0,go_version/* ownToolchain */.Oj)(onPath.gotoolchain) ?? onPath.version;
    const version = /^go(1\.\d+\.\d+)/.exec(chosen)?.[1];
    if (version === undefined || !(0,go_version/* satisfiesGo */.MB)(version, asked))
        return null;
    return (0,go_version/* notOlder */.Sm)(version, (0,go_version/* linesOf */.Dx)(project, "local")) ? version : null;
}
async function listed(asked, onPath, request, ways) {
    const { config, env, secrets, signal } = request;
    const inherited = onPath.state === "there" ? onPath.goEnv["GOPROXY"] : env["GOPROXY"];
    const goproxy = config.goproxy ?? (inherited || defaultProxy);
    const tempRoot = env["RUNNER_TEMP"];
    const list = await ways
        .list({ goproxy, logins: secrets.gitCredentials, tempRoot, signal })
        .catch((error) => {
        signal.throwIfAborted();
        throw cannotTell(request, asked, `the list of Go's releases cannot be had from the module proxy (${(0,errors/* messageOf */.bD)(error)})`);
    });
    const releases = (0,go_releases/* releasesOf */.w0)(list);
    const found = (0,go_releases/* newestRelease */.s5)(asked, releases);
    if (found !== null)
        return found;
    const newest = releases[0] === undefined ? "it names none at all" : `the newest is ${releases[0]}`;
    throw cannotTell(request, asked, `the module proxy's list of Go's releases has none (${newest})`);
}
function cannotTell({ config }, asked, why) {
    return new errors/* EnvironmentError */.eG(`${(0,go_version/* askedBy */.Ai)(config)}: which Go ${asked} is cannot be told: ${why}.`, "Write an exact version such as 1.26.8, which needs no list, or let `goproxy` name a module proxy that can be reached.");
}

;// CONCATENATED MODULE: ./build/stage/src/run/asked-go.js



/** The inputs with what `go-version-file` says as their Go version. Throws UsageError when it says none. */
async function withVersionFile({ config, env }, repository) {
    const path = config.goVersionFile;
    if (path === null)
        return config;
    const content = await repository.read(path);
    if (content === null)
        throw new errors/* UsageError */.eb([`go-version-file: ${path} is not there any more`]);
    const gotoolchain = env["GOTOOLCHAIN"] ?? "";
    return { ...config, goVersion: versionIn({ label: "go-version-file", path, content, gotoolchain }) };
}
/** The inputs with an exact Go version, where they ask for one. Throws EnvironmentError when nothing here can tell which one it is. */
async function withExactGo(config, request) {
    return { ...config, goVersion: await exactGo(request) };
}

// EXTERNAL MODULE: ./build/stage/src/engine/go-on-path.js
var go_on_path = __nccwpck_require__(52787);
;// CONCATENATED MODULE: ./build/stage/src/run/engine-request.js


/** What the engines of a run are chosen and opened from. */
function engineRequestOf({ config, secrets, env, signal, platform, mask }, project, travel) {
    let onPath = null;
    return {
        ...{ config, secrets, project, env, signal, mask },
        goOnPath: () => {
            onPath ??= (0,go_on_path/* goOnPath */.V)({ env, signal });
            return onPath;
        },
        log: (line) => platform.log(line),
        expected: (expectation) => travel?.expect(expectation),
        redact: redactorOf(secrets),
    };
}
/** What an engine prints and throws may quote a secret of the run, in any spelling. */
function redactorOf(secrets) {
    const redactor = (0,platform_mask/* createRedactor */.l)();
    for (const secret of secretValues(secrets))
        redactor.add(secret);
    return redactor.redact;
}
function secretValues(secrets) {
    const { cloudToken, registryPassword, gitCredentials, gitSsh, dockerSecrets } = secrets;
    const passwords = gitCredentials.map(({ password }) => password);
    const values = [
        ...[cloudToken, registryPassword, gitSsh?.key ?? null],
        ...passwords,
        ...dockerSecrets.map(({ value }) => value),
    ];
    return values.filter((value) => value !== null && value !== "");
}

// EXTERNAL MODULE: ./build/stage/src/gates/image/references.js
var references = __nccwpck_require__(42879);
// EXTERNAL MODULE: ./build/stage/src/gates/index.js + 40 modules
var gates = __nccwpck_require__(96154);
// EXTERNAL MODULE: ./build/stage/src/plan/plan.js + 2 modules
var plan_plan = __nccwpck_require__(25615);
// EXTERNAL MODULE: ./build/stage/src/project/dockerfile.js + 2 modules
var project_dockerfile = __nccwpck_require__(62214);
// EXTERNAL MODULE: ./build/stage/src/go/lfs.js
var lfs = __nccwpck_require__(97244);
// EXTERNAL MODULE: ./build/stage/src/project/embed.js
var project_embed = __nccwpck_require__(27327);
// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __nccwpck_require__(94983);
;// CONCATENATED MODULE: ./build/stage/src/project/embedded-pointers.js







/** Pointers are smaller (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
const largestPointer = 1024;
/**
 * A warning of embedded files that are pointers of Git LFS, none without them. Go puts the pointer into the binary and says nothing; no failure, since
 * somebody may mean it.
 */
async function embeddedPointers({ root, files }, embeds) {
    const embedded = new Set();
    for (const { dir, patterns } of embeds) {
        const prefix = dir === "." ? "" : `${dir}/`;
        const matchers = patterns.map(project_embed/* embedMatcher */.g);
        for (const path of files) {
            if (!path.startsWith(prefix))
                continue;
            const below = path.slice(prefix.length);
            if (matchers.some((matches) => matches(below)))
                embedded.add(path);
        }
    }
    const paths = [...embedded].sort();
    const found = await (0,in_slices/* inSlices */.Z)(paths, (path) => isPointer((0,external_node_path_.join)(root, path)));
    const pointers = paths.filter((_, index) => found[index] === true);
    if (pointers.length === 0)
        return [];
    return [
        `embedded as pointers of Git LFS, not with their content: ${(0,text_format/* firstOf */.Ku)(pointers, 20)}. Get it with ${lfs/* lfsRemedy */._E}.`,
    ];
}
function isPointer(path) {
    try {
        const { size } = (0,external_node_fs_.statSync)(path);
        return size > 0 && size < largestPointer && (0,lfs/* isLfsPointer */.NS)((0,external_node_fs_.readFileSync)(path, "utf8"));
    }
    catch (error) {
        // Tracked but deleted, or not for us to read: Go says so itself.
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "EISDIR", "EACCES", "ELOOP"))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/stage/src/project/generated.js
var generated = __nccwpck_require__(35451);
// EXTERNAL MODULE: ./build/stage/src/project/git.js
var git = __nccwpck_require__(41086);
;// CONCATENATED MODULE: ./build/stage/src/project/go-files.js







/**
 * The repository's own Go files of a module: tracked, or untracked and not ignored; not in a directory that Go takes for no part of the module,
 * regular files only. gofmt looks at those that are not generated.
 */
async function listGoFiles(project, module) {
    const own = ownGoFiles(below(project.files, module.dir), module.ignore);
    const dir = (0,external_node_path_.join)(project.root, module.dir);
    const read = await (0,in_slices/* inSlices */.Z)(own, (path) => readFacts((0,external_node_path_.join)(dir, path)));
    const crlf = project.git && read.some((facts) => facts?.crlf) ? await crlfCheckouts(project, module) : new Set();
    const handWritten = own
        .filter((_, index) => read[index]?.generated === false)
        .map((path) => ({ path, checkoutCrlf: crlf.has(path) }));
    return {
        handWritten,
        mentionCgo: read.some((facts) => facts?.mentionsCgo === true),
        mentionMain: read.some((facts) => facts?.mentionsMain === true),
    };
}
/** Paths relative to `dir`, of those below it. */
function below(files, dir) {
    const base = dir === "." ? "" : `${dir}/`;
    return files.filter((path) => path.startsWith(base)).map((path) => path.slice(base.length));
}
/** null for what is not there to format: symlinks are left to where they point, a sparse checkout leaves files out, and some were deleted. */
function readFacts(path) {
    try {
        if (!(0,external_node_fs_.lstatSync)(path).isFile())
            return null;
        const text = (0,external_node_fs_.readFileSync)(path, "utf8");
        return {
            generated: (0,generated/* isGenerated */.U)(text),
            mentionsCgo: mentionsCgo(text),
            mentionsMain: mentionsMain(text),
            crlf: text.includes("\r\n"),
        };
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR"))
            return null;
        throw error;
    }
}
/** `import "C"`, alone or in a group, or `cgo` in a build constraint; a comment or a string that looks like it costs a question, no more. */
function mentionsCgo(text) {
    return /^(import\s|\s*)"C"|^\/\/(go:build|\s*\+build)\s.*\bcgo\b/m.test(text);
}
/** A package clause, perhaps behind a comment; what only looks like it costs a question, no more. */
function mentionsMain(text) {
    return /(?:^|\*\/)[ \t]*package(?:\s|\/\*.*?\*\/)+main\b/m.test(text);
}
/** Files whose line ends the checkout changed, relative to the module. */
async function crlfCheckouts(project, module) {
    const args = ["ls-files", "-z", "--eol", "--cached", "--", "*.go"];
    const answer = await (0,git/* git */.$Y)({ root: project.root, cwd: (0,external_node_path_.join)(project.root, module.dir), args });
    const files = answer.ok ? parseEolList(answer.stdout) : [];
    return new Set(files.filter(({ checkoutCrlf }) => checkoutCrlf).map(({ path }) => path));
}
/** `git ls-files -z --eol`: `i/lf    w/crlf  attr/text=auto \tpath`; a path in conflict comes once per side. */
function parseEolList(text) {
    const files = new Map();
    for (const entry of (0,git/* splitNul */.K5)(text)) {
        const tab = entry.indexOf("\t");
        const path = entry.slice(tab + 1);
        files.set(path, { path, checkoutCrlf: /^i\/lf\s+w\/crlf\s/.test(entry.slice(0, tab)) });
    }
    return [...files.values()];
}
/**
 * Leaves out what is not the module's own source, by path alone; sorted. Like `go fmt`, it knows no vendor, testdata, `_x` and `.x`
 * (`go help packages`), no nested modules, and nothing that go.mod's `ignore` lines name.
 */
function ownGoFiles(paths, ignore) {
    const ignored = ignoredDirs(ignore);
    const nested = paths
        .filter((path) => external_node_path_.posix.basename(path) === "go.mod" && path !== "go.mod")
        .map((path) => `${external_node_path_.posix.dirname(path)}/`);
    return paths
        .filter((path) => path.endsWith(".go") && !/(^|\/)([_.][^/]*$|(vendor|testdata|[_.][^/]*)\/)/.test(path))
        .filter((path) => !ignored(external_node_path_.posix.dirname(path)) && !nested.some((dir) => path.startsWith(dir)))
        .sort();
}

;// CONCATENATED MODULE: ./build/stage/src/project/require-go.js



/**
 * Compares the Go that will run in each module with what is wanted there: `go-version` when given, the module's lines as far as Go follows them, and the oldest
 * one the pipeline supports. Throws EnvironmentError naming both and the remedy.
 */
function requireGo(wish, project, inspection, engine) {
    const asked = wish.goVersion;
    const remedy = engine.goRemedy;
    const inspected = new Map(inspection.modules.map((module) => [module.dir, module]));
    for (const module of project.modules) {
        const own = inspected.get(module.dir);
        const version = own?.goVersion ?? inspection.goVersion;
        if ((0,go_version/* compareGo */.Ac)(version, go_version/* oldestGo */.Wg) < 0) {
            throw new errors/* EnvironmentError */.eG(`${version} is too old: the pipeline needs Go ${go_version/* oldestGo */.Wg} or later.`, remedy);
        }
        // Without a toolchain of its own choice, Go still refuses modules whose `go` line is newer.
        const workspaces = project.workspaces.filter(({ path }) => path === module.workspace);
        const wanted = (0,go_version/* wantedGo */.y6)([module], workspaces, asked === null ? inspection.gotoolchain : "local");
        if (asked !== null && wanted !== null && (0,go_releases/* isExact */.u0)(asked) && (0,go_version/* compareGo */.Ac)(asked, wanted.version) < 0) {
            throw new errors/* EnvironmentError */.eG(`${(0,go_version/* askedBy */.Ai)(wish)} asks for Go ${asked}, but the ${wanted.source} for Go ${wanted.version}, and Go refuses to be older than that.`, `Ask for Go ${wanted.version} or newer, or leave the module out (\`modules\`).`);
        }
        if (asked !== null && !(0,go_version/* satisfiesGo */.MB)(version, asked)) {
            throw new errors/* EnvironmentError */.eG(`${(0,go_version/* askedBy */.Ai)(wish)} asks for Go ${asked}, but the ${engine.name} engine has ${version}${saidBy(own?.problem ?? null)}.`, remedy);
        }
        if (wanted !== null && (0,go_version/* compareGo */.Ac)(version, wanted.version) < 0) {
            throw new errors/* EnvironmentError */.eG(`The ${wanted.source} asks for Go ${wanted.version}, but the ${engine.name} engine has ${version}${saidBy(own?.problem ?? null)}.`, remedy);
        }
    }
}
/** What Go said when it could not switch to the toolchain that is asked for. */
function saidBy(problem) {
    const lines = (problem ?? "").split("\n").map((line) => line.trim());
    const said = lines.filter((line) => line !== "" && !line.startsWith("go: downloading ")).join(" ");
    return said === "" ? "" : ` (${said.replace(/\.$/, "")})`;
}

// EXTERNAL MODULE: ./build/stage/src/project/settings.js
var settings = __nccwpck_require__(9357);
;// CONCATENATED MODULE: ./build/stage/src/run/prepare.js








/**
 * From a project to its plan: asks Go, inside the engine, what the modules hold. Throws EnvironmentError when the engine has no fitting Go, UsageError
 * when the inputs do not fit the project.
 */
async function prepare(preparation) {
    const { config, project, engine, signal } = preparation;
    const sources = prepare_ownGoFiles(project);
    const request = {
        root: project.root,
        modules: project.modules,
        patterns: config.packages,
        tags: config.buildTags,
        platforms: config.platforms,
        cgo: config.cgo,
        mentions: async (dir) => (await sources).get(dir) ?? { mentionCgo: false, mentionMain: false },
    };
    const [inspection, found, dockerfile, builder] = await Promise.all([
        preparation.ready.then(() => engine.inspect(request, signal)),
        sources,
        (0,project_dockerfile/* readDockerfile */.n)(project.root, config.dockerfile),
        askBuilder(config, engine, signal),
    ]);
    requireGo(config, project, inspection, preparation.adapter);
    (0,settings/* requireSettings */.ZC)(inspection);
    const secretIds = preparation.secrets.dockerSecrets.map((secret) => secret.id);
    const labels = (0,references/* imageLabels */.J)(preparation.context);
    const goFiles = new Map([...found].map(([dir, { handWritten }]) => [dir, handWritten]));
    const embeds = inspection.modules.flatMap((module) => module.embeds);
    const warnings = await embeddedPointers(project, embeds);
    const plan = (0,plan_plan/* planRun */.n)({ config, project, inspection, goFiles, warnings, dockerfile, builder, secretIds, labels }, gates/* gates */.VF);
    return { inspection, plan };
}
async function prepare_ownGoFiles(project) {
    const found = project.modules.map(async (module) => [module.dir, await listGoFiles(project, module)]);
    return new Map(await Promise.all(found));
}
async function askBuilder(config, engine, signal) {
    return config.docker === "auto" ? engine.imageBuilder(signal) : { ok: true };
}

// EXTERNAL MODULE: ./build/stage/src/run/test-reuse.js
var test_reuse = __nccwpck_require__(3349);
;// CONCATENATED MODULE: ./build/stage/src/run/run.js













const loadExecute = () => Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(52), __nccwpck_require__.e(457), __nccwpck_require__.e(390)]).then(__nccwpck_require__.bind(__nccwpck_require__, 15390));
const loadConclude = () => Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(697), __nccwpck_require__.e(444), __nccwpck_require__.e(910), __nccwpck_require__.e(911)]).then(__nccwpck_require__.bind(__nccwpck_require__, 48911));
/** One run from validated inputs to the exit code. Throws UsageError while nothing has run yet; from then on every failure ends in a report. */
async function runPipeline(request) {
    const startedAt = new Date();
    const { platform, repository } = request;
    const opened = await openRepository(repository);
    const config = await withVersionFile(request, opened);
    const directory = relativeSlashes(repository, config.workingDirectory, nodePathFacts());
    const project = await discoverProject(opened, {
        directory,
        selection: config.modules,
        workspace: config.workspace,
        gotoolchain: request.env["GOTOOLCHAIN"],
        gowork: request.env["GOWORK"],
    });
    const asked = { name: config.engine, reason: `engine: ${config.engine}`, warning: null };
    const travel = await openTravel({ ...request, project });
    let run = { ...request, config, startedAt, project, choice: asked, travel, testReuse: null };
    let engine = null;
    let closing = null;
    let started = false;
    try {
        const wanted = engineRequestOf(run, project, travel);
        run = { ...run, config: await withExactGo(config, wanted) };
        const found = await openEngine(request.engines, { ...wanted, config: run.config }, (choice, adapter) => {
            run = { ...run, choice };
            (0,test_reuse/* requireTestReuse */.qW)(run, adapter);
        });
        engine = found.engine;
        if (run.choice.warning !== null)
            platform.warning(run.choice.warning);
        const ready = travel?.restore(engine) ?? Promise.resolve();
        (0,preload/* preload */.u)(loadExecute, 40);
        const prepared = await prepare({ ...run, ...found, context: platform.context, ready });
        started = true;
        run = { ...run, testReuse: (0,test_reuse/* testReuseOf */.aB)(run, found.adapter, prepared.inspection) };
        if (run.config.dryRun)
            return dryRun(run, prepared);
        const { executePlan } = await loadExecute();
        (0,preload/* preload */.u)(loadConclude, 150);
        const outcome = await executePlan(run, engine, prepared);
        // Nothing asks the engine any more: its end and the report do not wait for each other.
        closing = engine.close();
        const report = loadConclude().then(({ conclude }) => conclude(run, outcome));
        const [exitCode] = await Promise.all([report, closing]);
        return exitCode;
    }
    catch (error) {
        // What programs and engines say when they are ended is not why the run ended.
        if (request.signal.aborted)
            return await (await loadConclude()).concludeBroken(run, null);
        // A full disk and the like, but only before there is something to keep: the report of a broken run empties the output directory.
        const known = error instanceof errors/* EnvironmentError */.eG || !started ? (0,errors/* environmentErrorOf */.f7)(error) : null;
        if (known === null)
            throw error;
        return await (await loadConclude()).concludeBroken(run, known);
    }
    finally {
        await (closing ?? engine?.close());
        await travel?.close();
    }
}
function dryRun({ platform, ...run }, prepared) {
    for (const line of describeRun({ ...run, ...prepared }))
        platform.log(line);
    return 0;
}

// EXTERNAL MODULE: ./build/stage/src/text/secret-names.js
var secret_names = __nccwpck_require__(83797);
;// CONCATENATED MODULE: ./build/stage/src/main.js










/** Runs the action and answers its exit code: 0, 1, 2, 3 or 130 by the design's table. */
async function main(world) {
    const { argv, env, cwd, platform } = world;
    const given = { argv, env, with: platform.inputs() };
    const redactor = (0,platform_mask/* createRedactor */.l)();
    const mask = (secret) => {
        platform.mask(secret);
        redactor.add(secret);
    };
    for (const secret of secretsToMask(given))
        mask(secret);
    // The log is GitHub's to mask; what it does not know may be in the files all the same.
    for (const secret of (0,secret_names/* secretTexts */.V)(Object.entries(env)))
        redactor.add(secret);
    const { show } = parseFlags(argv);
    if (show !== null)
        return print(platform, show === "help" ? helpText() : versionText());
    try {
        const inputs = await loadInputs({ ...given, cwd, facts: nodePathFacts() });
        if (!inputs.ok)
            throw new errors/* UsageError */.eb(inputs.problems);
        for (const secret of (0,secret_names/* secretTexts */.V)(inputs.config.testEnv.map(({ name, value }) => [name, value])))
            redactor.add(secret);
        for (const warning of inputs.warnings)
            platform.warning(warning);
        return await runPipeline({
            ...world,
            config: inputs.config,
            secrets: inputs.secrets,
            repository: inputs.repository,
            mask,
            redactor,
        });
    }
    catch (error) {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        await (0,report_errors/* reportUsageError */.gD)(platform, error);
        return 2;
    }
}
function print(platform, text) {
    for (const line of text.trimEnd().split("\n"))
        platform.log(line);
    return 0;
}


/***/ }),

/***/ 42679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ ownModules),
/* harmony export */   Y: () => (/* binding */ maxToldApart)
/* harmony export */ });
/** More modules than these are told as one where all is the same in them. */
const maxToldApart = 10;
/**
 * The module whose stage it is alone; null for a stage of the run, and for one of a go.work, which stages of other modules need. `needs` by stage id, as
 * planned; `modules` are the directories of those that are checked.
 */
function ownModules(stages, modules, needs) {
    const checked = new Set(modules);
    const owners = new Map(stages.map(({ id, module }) => [id, module]));
    const shared = new Set();
    for (const { id, module } of stages) {
        if (module === null)
            continue;
        for (const need of needs.get(id) ?? [])
            if (owners.get(need) !== module)
                shared.add(need);
    }
    return ({ id, module }) => (module !== null && checked.has(module) && !shared.has(id) ? module : null);
}


/***/ }),

/***/ 10393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ unexplained),
/* harmony export */   Pc: () => (/* binding */ hasPassed),
/* harmony export */   co: () => (/* binding */ commandPassed),
/* harmony export */   oZ: () => (/* binding */ deathOf),
/* harmony export */   qO: () => (/* binding */ mustBeSilent)
/* harmony export */ });
/** Whether anything on this command's standard output is a failure. */
function mustBeSilent({ passes }, { talks, advisory }) {
    return passes === "exit-zero-and-silent" && talks !== true && advisory !== true;
}
/** Whether command `index` of a step passed: what comes after it may run. */
function commandPassed(step, index, { exitCode, stdout }) {
    const command = step.commands[index];
    if (command?.advisory === true)
        return exitCode !== null;
    return command !== undefined && exitCode === 0 && !(stdout && mustBeSilent(step, command));
}
/** Whether the step passed: every command ran and passed, and everything is there that had to be. */
function hasPassed(step, { end, commands, missing }) {
    return (end === "exited" &&
        commands.length === step.commands.length &&
        commands.every((command, index) => commandPassed(step, index, command)) &&
        missing.length === 0);
}
/**
 * Exit codes by which go and gofmt say that they have found something: 1, and 2 for what they cannot read and for a wrong command line
 * (seen with Go 1.22 to 1.27). A shell reports a signal as 128 and its number.
 */
const findingCodes = [1, 2];
/** Says of a step that did not pass which of its tools died instead of giving a verdict, or left less than it had to; null when none did. */
function deathOf(step, { commands, missing }) {
    for (const [index, end] of commands.entries()) {
        const command = step.commands[index];
        const death = decides(command) || end.exitCode === null ? commandDeath(toolName(command), end) : null;
        if (death !== null)
            return death;
    }
    const decisive = commands.filter((_, index) => decides(step.commands[index]));
    const ranAll = commands.length === step.commands.length && decisive.every(({ exitCode }) => exitCode === 0);
    if (!ranAll || missing.length === 0)
        return null;
    return `${toolName(step.commands.at(-1))} exited with 0 and left no ${missing.join(", ")}`;
}
function decides(command) {
    return command?.advisory !== true;
}
function commandDeath(tool, { exitCode, signal, stdout, stderr }) {
    if (exitCode === null)
        return `${tool} was ended by ${signal ?? "a signal"}`;
    if (exitCode === 0)
        return null;
    if (!stdout && !stderr)
        return `${tool} exited with ${exitCode} and said nothing`;
    return findingCodes.includes(exitCode) ? null : `${tool} exited with ${exitCode}`;
}
/** For a step that did not pass although no tool died, when its output says nothing that we can read. */
function unexplained(step, { commands }) {
    const index = commands.findIndex((command, at) => !commandPassed(step, at, command));
    const tool = toolName(step.commands[Math.max(0, index)]);
    const end = commands[index];
    if (end === undefined)
        return `${tool} did not run`;
    return end.exitCode === 0 ? `${tool} printed what it should not` : `${tool} exited with ${end.exitCode}`;
}
/** `gofmt`, `go vet`, `go mod verify`: what precedes the first flag. */
function toolName(command) {
    if (command === undefined)
        return "the tool";
    const words = command.args.map((arg) => (typeof arg === "string" ? arg : arg.prefix));
    const flag = words.findIndex((word) => word.startsWith("-"));
    return [command.tool, ...(flag < 0 ? words : words.slice(0, flag))].join(" ");
}


/***/ }),

/***/ 53107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DN: () => (/* binding */ platformSlug),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   Ng: () => (/* binding */ platformKey)
/* harmony export */ });
/** `os/arch[/variant]`, the spelling of inputs, reports and stage ids. */
function platformKey(platform) {
    const base = `${platform.os}/${platform.arch}`;
    return platform.variant === null ? base : `${base}/${platform.variant}`;
}
/** `os-arch[-variant]`, the spelling of file and artifact names. */
function platformSlug(platform) {
    return platformKey(platform).replaceAll("/", "-");
}
/** Splits `os/arch[/variant]`; whether Go knows the pair is checked by inputs/. */
function parsePlatform(text) {
    const match = /^([a-z0-9]+)\/([a-z0-9]+)(?:\/([a-z0-9.]+))?$/.exec(text);
    if (match?.[1] === undefined || match[2] === undefined)
        return null;
    return { os: match[1], arch: match[2], variant: match[3] ?? null };
}


/***/ }),

/***/ 22736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   Lm: () => (/* binding */ createSlugs),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   xX: () => (/* binding */ moduleSlugs)
/* harmony export */ });
/**
 * The id of a stage: `vet`, `build:linux/amd64`; with several modules those that do not lie at the root begin with their directory below it,
 * `tools/gen#vet`. `shared`: the stage is that of a go.work, for several modules. This file alone makes ids.
 */
function idOf({ gate, module, variant }, { modules, root, taken }, shared = false) {
    const name = nameOf({ gate, variant });
    if (module === null || modules.length < 2)
        return name;
    if (module === root)
        return shared && taken?.has(module) === true ? `.#${name}` : name;
    return `${below(root, module)}#${name}`;
}
/** What a stage is called in its module, and in a run with one: `build:linux/amd64`. */
function nameOf({ gate, variant }) {
    return variant === null ? gate : `${gate}:${variant}`;
}
/** A directory as one names it in `root`, `.` for that itself; what does not lie below stays as it is. */
function below(root, dir) {
    if (dir === root)
        return ".";
    return root !== "." && dir.startsWith(`${root}/`) ? dir.slice(root.length + 1) : dir;
}
/**
 * Names for files and anchors: `/`, `:` and `#` become `-`; a name that is taken, case ignored, gets `-2`, `-3` and so on. The answer stays the same for
 * the same text.
 */
function createSlugs() {
    const slugs = new Map();
    const take = createNames();
    return (text) => {
        const slug = slugs.get(text) ?? take(text);
        slugs.set(text, slug);
        return slug;
    };
}
/**
 * Names for files of modules, by directory: `tools-gen` for `tools/gen`, `root` for the module at the root. `reserved` stand beside them.
 */
function moduleSlugs({ modules, root }, reserved) {
    const take = createNames();
    for (const name of reserved)
        take(name);
    return new Map(modules.map((dir) => [dir, take(dir === root || dir === "." ? "root" : below(root, dir))]));
}
/** Never answers the same. */
function createNames() {
    const taken = new Set();
    return (text) => {
        const plain = text.replaceAll(/[/:#]/g, "-");
        let name = plain;
        for (let count = 2; taken.has(name.toLowerCase()); count++)
            name = `${plain}-${count}`;
        taken.add(name.toLowerCase());
        return name;
    };
}


/***/ }),

/***/ 66180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isRunnable)
/* harmony export */ });
/** True when a stage's step is one an engine executes. */
function isRunnable(step) {
    return "type" in step;
}


/***/ }),

/***/ 46845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ commandEnv)
/* harmony export */ });
/* harmony import */ var _project_go_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(14083);

/**
 * Variables with which a command for people does in a module (null: anywhere) what the run does: GOTOOLCHAIN (https://go.dev/doc/toolchain), when the run had
 * another Go than the one that modules themselves ask for, and GOWORK.
 */
function commandEnv({ config, project, inspection }, module) {
    const own = project.modules.find(({ dir }) => dir === module)?.env ?? {};
    const chosen = config.goVersion !== null || config.goImage !== null || inspection.pinned;
    const name = (0,_project_go_version_js__WEBPACK_IMPORTED_MODULE_0__/* .toolchainName */ .R3)(inspection.goVersion);
    return chosen && name !== null ? { GOTOOLCHAIN: name, ...own } : own;
}


/***/ }),

/***/ 67930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ checkGraph),
/* harmony export */   h: () => (/* binding */ needsOf)
/* harmony export */ });
/**
 * Checks that stage ids are unique, that every need exists and that there is no circle. A violation is a bug of the planner, so it throws a plain Error.
 */
function checkGraph(stages) {
    const byId = new Map(stages.map((stage) => [stage.id, stage]));
    if (byId.size !== stages.length)
        throw new Error("plan: two stages have the same id");
    const done = new Set();
    const visit = (id, path) => {
        if (done.has(id))
            return;
        if (path.includes(id))
            throw new Error(`plan: circle ${[...path, id].join(" -> ")}`);
        const stage = byId.get(id);
        if (stage === undefined)
            throw new Error(`plan: ${path.at(-1)} needs ${id}, which does not exist`);
        for (const need of [...stage.needs, ...stage.after])
            visit(need, [...path, id]);
        done.add(id);
    };
    for (const stage of stages)
        visit(stage.id, []);
}
/** What each stage needs, by id. */
function needsOf(stages) {
    return new Map(stages.map(({ id, needs }) => [id, needs]));
}


/***/ }),

/***/ 25615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ gateRuns),
  n: () => (/* binding */ planRun)
});

// EXTERNAL MODULE: ./build/stage/src/gates/go-steps.js
var go_steps = __nccwpck_require__(36231);
// EXTERNAL MODULE: ./build/stage/src/model/stage-id.js
var stage_id = __nccwpck_require__(22736);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __nccwpck_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var paths = __nccwpck_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/plan/command-env.js
var command_env = __nccwpck_require__(46845);
// EXTERNAL MODULE: ./build/stage/src/plan/graph.js
var graph = __nccwpck_require__(67930);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __nccwpck_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/gates/binaries.js
var gates_binaries = __nccwpck_require__(18242);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __nccwpck_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var model_platform = __nccwpck_require__(53107);
// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __nccwpck_require__(60008);
// EXTERNAL MODULE: ./build/stage/src/project/patterns.js
var patterns = __nccwpck_require__(69851);
;// CONCATENATED MODULE: ./build/stage/src/plan/packages.js







/** Throws UsageError for patterns that match no package in any module. A module that Go cannot load fails in its stages. */
function requirePackages({ packages }, members, inspection) {
    if (inspection.modules.some(({ problem }) => problem !== null))
        return;
    const isUsed = (pattern) => members.some(({ module, patterns }) => patterns.includes(inModule(pattern, module)));
    const idle = packages.filter((pattern) => !isUsed(pattern));
    if (idle.length === 0)
        return;
    throw new errors/* UsageError */.eb([
        `packages: ${idle.join(", ")} matches no Go package in ${places(members)}. Add a Go file there, or set packages to patterns that match.`,
    ]);
}
/** A main package that constraints exclude on the engine's own platform is a match as well. */
function matches(own, module, { patterns, mains }) {
    return patterns.includes(own) || mains.some((main) => matchesMain(own, main, module));
}
/** The patterns that match a package of a module, as its go commands take them; all of them where Go could not load it, so that it says why. */
function patternsIn(config, module, inspected) {
    const all = (0,patterns/* modulePatterns */.yh)(config.packages, module);
    return inspected.problem === null ? all.filter((pattern) => matches(pattern, module, inspected)) : all;
}
function places(members) {
    const [first] = members;
    if (first === undefined || members.length > 1)
        return "any of the modules";
    return `the module in ${(0,paths/* placeName */.fW)(first.module.dir)}`;
}
/** `{name}` by import path of the main packages that were chosen, of all modules: what is built lies in one directory. */
function chosenNames(config, project, { modules }) {
    const asked = config.mainPackages;
    const files = new Map(project.modules.map((module) => [module.dir, module]));
    const chosen = modules.flatMap((inspected) => {
        const module = files.get(inspected.dir);
        if (module === undefined || asked.length === 0)
            return inspected.mains;
        return inspected.mains.filter((main) => asked.some((pattern) => matchesMain(inModule(pattern, module), main, module)));
    });
    requireMains(asked, chosen, project, modules);
    const [only] = project.modules;
    return (0,gates_binaries/* binaryNames */.o5)(chosen, {
        explicit: config.given.has("binary-name"),
        below: project.modules.length > 1 ? { root: project.directory } : { module: only?.path ?? null },
    });
}
function inModule(pattern, module) {
    return (0,patterns/* modulePatterns */.yh)([pattern], module)[0] ?? pattern;
}
/** `main-packages` names them by import path or by directory (`./cmd/tool`), `/...` takes all below. */
function requireMains(asked, chosen, { modules: files }, modules) {
    if (modules.some(({ problem }) => problem !== null))
        return;
    const idle = asked.filter((pattern) => !files.some((module) => chosen.some((main) => matchesMain(inModule(pattern, module), main, module))));
    if (idle.length > 0)
        throw new errors/* UsageError */.eb(idle.map((pattern) => unknownMain(pattern, modules)));
}
/** The part of all names that belongs to one module. */
function namesIn(names, { mains }) {
    const own = new Set(mains.map(({ importPath }) => importPath));
    return new Map([...names].filter(([importPath]) => own.has(importPath)));
}
function matchesMain(pattern, main, module) {
    const byDir = (0,patterns/* isLocal */.IX)(pattern);
    const wanted = byDir ? (0,gomod/* joinPath */.uJ)(module.dir, pattern.replace(/\/\.\.\.$/, "")) : pattern.replace(/\/\.\.\.$/, "");
    const actual = byDir ? main.dir : main.importPath;
    if (actual === wanted)
        return true;
    return pattern.endsWith("/...") && (wanted === "." || actual.startsWith(`${wanted}/`));
}
function unknownMain(pattern, modules) {
    const mains = modules.flatMap((module) => module.mains.map(({ importPath }) => importPath));
    const none = modules.length > 1 ? "the modules have none" : "the module has none";
    return `main-packages: ${pattern} is no main package (${mains.length === 0 ? none : `found: ${mains.join(", ")}`}).`;
}
/** Throws UsageError when modules would write the same file below `bin/`; within a module it was refused before. */
function refuseEqualFiles(stages) {
    const binaries = stages.flatMap((stage) => stage.binaries);
    for (const [, same] of (0,group_by/* groupBy */.$)(binaries, ({ platform }) => (0,model_platform/* platformKey */.Ng)(platform)))
        (0,gates_binaries/* refuseSameFile */.vx)(same);
}

// EXTERNAL MODULE: ./build/stage/src/plan/schedule.js
var schedule = __nccwpck_require__(51573);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
;// CONCATENATED MODULE: ./build/stage/src/plan/units.js


/** Modules by what Go loads together: those of one go.work, others alone. In the order of their first modules. */
function unitsOf(members) {
    const groups = (0,group_by/* groupBy */.$)(members, ({ module }) => module.workspace ?? `alone in ${module.dir}`);
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { workspace } = first.module;
        const dir = workspace === null || group.length === 1 ? first.module.dir : external_node_path_.posix.dirname(workspace);
        return [{ dir, workspace, members: group }];
    });
}
/** By module directory: how many of the modules that it requires others require too. */
function sharedRequirements(modules) {
    const uses = new Map();
    for (const { requires } of modules) {
        for (const path of new Set(requires))
            uses.set(path, (uses.get(path) ?? 0) + 1);
    }
    const shared = ({ requires }) => [...new Set(requires)].reduce((sum, path) => sum + (uses.get(path) ?? 0) - 1, 0);
    return new Map(modules.map((module) => [module.dir, shared(module)]));
}

;// CONCATENATED MODULE: ./build/stage/src/plan/plan.js









/**
 * Makes the plan of a run from validated inputs and what Go says of the modules: the stages of every module, then those of the run as a whole.
 * Throws UsageError for inputs that only now turn out wrong: packages that match nothing, main packages that are not there.
 */
function planRun(facts, gates) {
    const { project, inspection } = facts;
    const planner = new Planner(facts, gates);
    for (const module of project.modules)
        planner.addModule(module);
    planner.addRun();
    refuseEqualFiles(planner.stages);
    const stages = (0,schedule/* orderForColdCaches */.t)(planner.stages, inspection.native, sharedRequirements(project.modules));
    (0,graph/* checkGraph */.P)(stages);
    return { stages, warnings: [...uncheckedModules(project), ...facts.warnings] };
}
class Planner {
    stages = [];
    #facts;
    #gates;
    #scope;
    /** By the directories of their members. */
    #units;
    #names;
    #hasTests;
    constructor(facts, gates) {
        const { config, project, inspection } = facts;
        this.#facts = facts;
        this.#gates = gates;
        const members = project.modules.map((module) => {
            const inspected = inspectionFor(module, inspection);
            return { module, patterns: patternsIn(config, module, inspected), goVersion: inspected.goVersion };
        });
        requirePackages(config, members, inspection);
        const units = unitsOf(members);
        this.#units = new Map(units.flatMap((unit) => unit.members.map(({ module }) => [module.dir, unit])));
        const taken = units.filter((unit) => !isShared(unit)).map(({ dir }) => dir);
        this.#scope = { modules: project.modules.map(({ dir }) => dir), root: project.directory, taken: new Set(taken) };
        this.#names = chosenNames(config, project, inspection);
        this.#hasTests = inspection.modules.some(({ packages }) => packages.some(({ hasTests }) => hasTests));
    }
    addModule(module) {
        const { config, project, inspection, goFiles } = this.#facts;
        const inspected = inspectionFor(module, inspection);
        const unit = this.#unitOf(module.dir);
        const files = goFiles.get(module.dir) ?? [];
        const empty = isEmpty(inspected) ? this.#whyEmpty(files) : null;
        const forFiles = files.length > 0 && empty !== go_steps/* noPackages */.Rv ? null : empty;
        const facts = {
            ...{ config, module, inspection, inspected },
            patterns: unit.members.find((member) => member.module === module)?.patterns ?? [],
            moduleCount: project.modules.length,
            runHasTests: this.#hasTests,
            goFiles: files,
            names: namesIn(this.#names, inspected),
            ...this.#others(module.dir),
        };
        for (const gate of this.#gates) {
            if (gate.scope === "module") {
                this.#add(gate, module.dir, gate.plan(facts), gate.looksAt === "files" ? forFiles : empty);
            }
            if (gate.scope !== "workspace" || unit.members[0]?.module !== module)
                continue;
            const planned = gate.plan({ config, inspection, unit, ...this.#others(unit.dir, unit) });
            this.#add(gate, unit.dir, planned, isShared(unit) ? null : empty, unit);
        }
    }
    addRun() {
        const { project } = this.#facts;
        for (const gate of this.#gates) {
            if (gate.scope !== "run")
                continue;
            const facts = {
                ...this.#facts,
                modules: project.modules,
                workingDirectory: this.#facts.config.workingDirectory,
                directory: project.directory,
                planned: [...this.stages],
                ...this.#others(null),
            };
            this.#add(gate, null, gate.plan(facts), null);
        }
    }
    /** Other patterns may leave out what there is, and constraints do. */
    #whyEmpty(files) {
        const { config, inspection } = this.#facts;
        if (!config.packages.includes("./..."))
            return go_steps/* noPackages */.Rv;
        return files.length > 0
            ? (0,go_steps/* noPackagesFor */.aR)(inspection)
            : { status: "skipped", reason: "the module has no Go packages" };
    }
    #unitOf(module) {
        const unit = this.#units.get(module);
        if (unit === undefined)
            throw new Error(`plan: ${module} is no module of the run`);
        return unit;
    }
    #others(module, unit = null) {
        const { config, project, inspection } = this.#facts;
        return {
            timeoutMs: config.timeout,
            commandEnv: (0,command_env/* commandEnv */.z)({ config, project, inspection }, isShared(unit) ? null : module),
            idOf: (gate, variant) => this.#idOf({ gate, module, variant: variant ?? null }, unit),
            runs: (name) => gateRuns(this.#gates, name, config),
        };
    }
    /** The stage of another gate that a module has, alone or with others. */
    #idOf(key, unit) {
        const alone = key.module === null || !this.#gates.some(({ name, scope }) => name === key.gate && scope === "workspace");
        if (alone)
            return (0,stage_id/* idOf */.TH)(key, this.#scope);
        const own = unit ?? this.#unitOf(key.module);
        return (0,stage_id/* idOf */.TH)({ ...key, module: own.dir }, this.#scope, isShared(own));
    }
    #add(gate, module, drafts, instead, unit = null) {
        const toggle = gate.toggle(this.#facts.config);
        // A check that has to be asked for is no part of a run that does not ask.
        if (toggle === "false" && gate.inputs[gate.input]?.default === "false")
            return;
        for (const { variant = null, failure = null, binaries = [], needs, step, command } of drafts) {
            const key = { gate: gate.name, module, variant };
            const id = this.#idOf(key, unit);
            const planned = instead ?? ("type" in step ? { ...step, stage: id } : step);
            this.stages.push({
                ...{ ...key, id, needs, failure, binaries, command },
                after: [],
                warnOnly: toggle === "warn",
                step: toggle === "false" ? switchedOff(gate.input) : planned,
            });
        }
    }
}
function isShared(unit) {
    return unit !== null && unit.members.length > 1;
}
/** Neither on the engine's own platform nor on one to build for. */
function isEmpty({ problem, packages, mains }) {
    return problem === null && packages.length === 0 && mains.length === 0;
}
function switchedOff(input) {
    return { status: "disabled", reason: `switched off by \`${input}: false\`` };
}
function inspectionFor(module, inspection) {
    const inspected = inspection.modules.find((found) => found.dir === module.dir);
    if (inspected === undefined)
        throw new Error(`plan: module ${module.dir} was not inspected`);
    return inspected;
}
/** Whether the gate called `name` is switched on. */
function gateRuns(gates, name, config) {
    return gates.some((gate) => gate.name === name && gate.toggle(config) !== "false");
}
function uncheckedModules(project) {
    if (project.unchecked.length === 0)
        return [];
    const list = (0,format/* firstOf */.Ku)(project.unchecked.map(paths/* placeName */.fW), 20);
    return [
        `not checked by this run: the Go modules in ${list}. \`modules\` and working-directory decide what is checked.`,
    ];
}


/***/ }),

/***/ 51573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ priorityOf),
/* harmony export */   t: () => (/* binding */ orderForColdCaches)
/* harmony export */ });
/* harmony import */ var _model_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(53107);
/* harmony import */ var _model_stage_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(66180);


/**
 * Says which stages wait for which on a cold build cache. Go processes that run side by side do not know of each other: two that need the same packages
 * both compile them. Steps that compile for the engine's own platform share most packages, so the lightest of them compiles them and the others follow; other
 * platforms share nothing and go their own ways. With race detection nothing is shared either. Of several modules, the one whose requirements most others
 * share goes first: `shared`, by directory.
 */
function orderForColdCaches(stages, native, shared) {
    const sharedBy = ({ module }) => (module === null ? 0 : (shared.get(module) ?? 0));
    const sharing = stages.flatMap((stage) => {
        const step = execOf(stage);
        return step !== null && sharesPackages(step, native)
            ? [{ id: stage.id, weight: step.weight, shared: sharedBy(stage) }]
            : [];
    });
    const [first] = [...sharing].sort((a, b) => b.shared - a.shared || a.weight - b.weight);
    if (first === undefined)
        return stages;
    const others = new Set(sharing.map(({ id }) => id).filter((id) => id !== first.id));
    return stages.map((stage) => (others.has(stage.id) ? { ...stage, after: [first.id] } : stage));
}
function execOf({ step }) {
    return (0,_model_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunnable */ .i)(step) && step.type === "exec" ? step : null;
}
function sharesPackages({ compiles }, native) {
    return compiles !== null && !compiles.race && (0,_model_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .platformKey */ .Ng)(compiles.platform) === (0,_model_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .platformKey */ .Ng)(native);
}
/**
 * Which of the stages that could start should, when there is not room for all: greater goes first. What others wait for, then what takes longest, so that
 * the end of the run is not one long stage alone.
 */
function priorityOf(stage, stages, cold) {
    const awaited = stages.some(({ needs, after }) => needs.includes(stage.id) || (cold && after.includes(stage.id)));
    return ((0,_model_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunnable */ .i)(stage.step) ? stage.step.weight : 0) + (awaited ? 5 : 0);
}


/***/ }),

/***/ 27035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ cacheClientFlag)
/* harmony export */ });
/** First argument that makes the bundle the client of the cache service; the second is the path of a request. */
const cacheClientFlag = "--cache-client";


/***/ }),

/***/ 18412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor),
/* harmony export */   y: () => (/* binding */ maskForms)
/* harmony export */ });
/** Shorter pieces of a secret, such as the braces of a key in JSON, are everywhere: hiding them would only make logs unreadable. */
const shortestPiece = 4;
/** Of a secret inside of something that is encoded as a whole, fewer characters than this tell nothing. */
const shortestCore = 8;
/**
 * Every spelling of a secret that tools are known to print: the value itself, without the white space around it, each of its
 * lines, and in base64 (also in the middle of a longer text), in a URL and in JSON. Longest first.
 */
function maskForms(secret) {
    const trimmed = secret.trim();
    if (trimmed === "")
        return [];
    const wholes = [secret, trimmed];
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const pieces = lines.filter((line) => line.length >= shortestPiece);
    const encoded = wholes.flatMap((value) => [...base64Forms(value), ...urlForms(value), ...jsonForms(value)]);
    return longestFirst([...wholes, ...pieces, ...encoded].filter((form) => form.trim() !== ""));
}
/** As a text of its own, and what it looks like behind one or two other bytes: base64 writes three bytes as four characters. */
function base64Forms(value) {
    const whole = Buffer.from(value).toString("base64");
    const cores = [0, 1, 2].map((before) => {
        const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
        // Without the characters that bytes before or after have a part in.
        return bytes.toString("base64").slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3));
    });
    const standard = [whole, whole.replace(/=+$/, ""), ...cores.filter((core) => core.length >= shortestCore)];
    return standard.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")]);
}
function urlForms(value) {
    const encoded = encodeURIComponent(toWellFormed(value));
    return [encoded, encoded.replaceAll("%20", "+")];
}
/** As most write it, and as Go does, which does not leave `<`, `>` and `&` as they are (`go test -json`). */
function jsonForms(value) {
    const json = JSON.stringify(value).slice(1, -1);
    const go = json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
    return [json, go];
}
/** encodeURIComponent throws on half a surrogate pair; Node 20 has String.prototype.toWellFormed, the ES2023 library does not know it. */
function toWellFormed(value) {
    return Buffer.from(value, "utf8").toString("utf8");
}
function createRedactor() {
    let forms = [];
    let inText = null;
    let inBytes = null;
    return {
        add: (secret) => {
            forms = longestFirst([...forms, ...maskForms(secret)]);
            inText = anyOf(forms);
            inBytes = anyOf(longestFirst(forms.map(asBytes)));
        },
        idle: () => forms.length === 0,
        redact: (text) => (inText === null ? text : text.replace(inText, "***")),
        redactBytes: (chunks) => (inBytes === null ? chunks : replaceInBytes(chunks, inBytes, longestOf(forms))),
    };
}
/** One character per byte. */
function asBytes(text) {
    return Buffer.from(text, "utf8").toString("latin1");
}
/** Where several match the first wins, so longer ones stand first: redacting one form never leaves the rest of a longer one. */
function anyOf(forms) {
    if (forms.length === 0)
        return null;
    return new RegExp(forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "g");
}
function longestOf(forms) {
    return Math.max(...forms.map((form) => asBytes(form).length));
}
/** A match may go on in the next chunk: what begins in the last `longest` bytes is kept back until then. */
async function* replaceInBytes(chunks, forms, longest) {
    let rest = "";
    for await (const chunk of chunks) {
        const text = rest + chunk.toString("latin1");
        const { done, from } = replaceBefore(text, forms, text.length - longest);
        rest = text.slice(from);
        if (done !== "")
            yield Buffer.from(done, "latin1");
    }
    yield Buffer.from(rest.replace(forms, "***"), "latin1");
}
/** Replaces matches that begin before `end`; `from`: where the text that was not looked at begins. */
function replaceBefore(text, forms, end) {
    let done = "";
    let from = 0;
    for (const match of text.matchAll(forms)) {
        if (match.index >= end)
            break;
        done += `${text.slice(from, match.index)}***`;
        from = match.index + match[0].length;
    }
    const cut = Math.max(from, end);
    return cut > from ? { done: done + text.slice(from, cut), from: cut } : { done, from };
}
function longestFirst(forms) {
    return [...new Set(forms)].sort((a, b) => b.length - a.length);
}


/***/ }),

/***/ 61154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ pickPlatform)
});

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __nccwpck_require__(57336);
// EXTERNAL MODULE: ./build/stage/src/platform/mask.js
var mask = __nccwpck_require__(18412);
// EXTERNAL MODULE: ./build/stage/src/platform/platform.js
var platform = __nccwpck_require__(96779);
;// CONCATENATED MODULE: ./build/stage/src/platform/local.js



/** Colour on a terminal, unless `NO_COLOR` says no; `FORCE_COLOR` says yes anywhere (https://no-color.org, https://force-color.org). */
function wantsColour(env, terminal) {
    if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "")
        return false;
    const force = env["FORCE_COLOR"];
    if (force !== undefined && force !== "")
        return force !== "0" && force !== "false";
    return terminal;
}
/**
 * A terminal or any CI system other than GitHub Actions: everything goes to standard output. The summary, the outputs and what would
 * be uploaded are files of the output directory already, so there is nothing to hand over.
 */
function createLocalPlatform({ output, colour }) {
    const paint = picocolors.createColors(colour);
    const secrets = (0,mask/* createRedactor */.l)();
    const print = (text) => output.line(secrets.redact(text));
    const tint = { error: paint.red, warning: paint.yellow, notice: paint.cyan };
    const message = (level, text) => print(`${tint[level](`${level}:`)} ${text}`);
    return {
        name: "local",
        inputs: () => ({}),
        context: platform/* nothingKnown */.H,
        colour,
        mask: secrets.add,
        log: print,
        group: async (title, lines) => {
            print(paint.bold(title));
            await output.lines(indented(lines, secrets));
        },
        annotate: (annotation) => message(annotation.level, annotationText(annotation)),
        notice: (text) => message("notice", text),
        warning: (text) => message("warning", text),
        error: (text) => message("error", text),
        writeSummary: () => Promise.resolve(),
        setOutputs: () => Promise.resolve(),
        upload: () => Promise.resolve({ status: "unavailable", reason: "not in a workflow" }),
        flush: () => output.flush(),
    };
}
/** `dir/file.go:12:3: title: message`, which terminals and editors turn into a link. */
function annotationText({ path, line, column, title, message }) {
    const position = [path, line, column].filter((part) => part !== null).join(":");
    const text = message.replaceAll("\n", "\n  ");
    return [position, title, text].filter((part) => part !== "").join(": ");
}
async function* indented(lines, secrets) {
    for await (const line of lines)
        yield line === "" ? "" : `  ${secrets.redact(line)}`;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(78474);
;// CONCATENATED MODULE: ./build/stage/src/platform/output.js

/**
 * Wraps standard output. A reader that went away (`| head`) is not an error of ours: what is written after that is dropped,
 * and the exit code still tells the verdict.
 */
function createOutput(stream) {
    let gone = false;
    stream.on("error", () => {
        gone = true;
    });
    stream.on("close", () => {
        gone = true;
    });
    const write = (text) => gone || stream.write(`${text}\n`);
    return {
        line: (text) => {
            write(text);
        },
        lines: async (texts, shown = (text) => text) => {
            for await (const text of texts) {
                if (!write(shown(text)))
                    await readerReady(stream);
            }
        },
        flush: () => (gone ? Promise.resolve() : drained(stream)),
    };
}
/** `drain` never comes from a stream whose reader is gone. */
async function readerReady(stream) {
    if (!stream.writableNeedDrain || stream.destroyed)
        return;
    const controller = new AbortController();
    const { signal } = controller;
    const ends = ["drain", "close"].map((event) => (0,external_node_events_.once)(stream, event, { signal }));
    // `once` rejects on an error of the stream and on the abort below; both mean there is nothing left to wait for.
    await Promise.race(ends).catch(() => undefined);
    controller.abort();
    await Promise.allSettled(ends);
}
function drained(stream) {
    return new Promise((resolve) => {
        stream.once("close", resolve);
        stream.write("", () => {
            stream.off("close", resolve);
            resolve();
        });
    });
}

;// CONCATENATED MODULE: ./build/stage/src/platform/pick.js


/**
 * GitHub Actions where `GITHUB_ACTIONS` is `true` (the runner and act set it), else a terminal. The toolkit is loaded only on the former.
 * @param inputNames names of the action's inputs
 * @param run how child processes are run
 */
async function pickPlatform(env, inputNames, stdout, run) {
    const output = createOutput(stdout);
    if (env["GITHUB_ACTIONS"] !== "true") {
        return createLocalPlatform({ output, colour: wantsColour(env, stdout.isTTY) });
    }
    const { createGithubPlatform } = await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(752), __nccwpck_require__.e(838), __nccwpck_require__.e(358)]).then(__nccwpck_require__.bind(__nccwpck_require__, 32358));
    return createGithubPlatform({ env, inputNames, output, run });
}


/***/ }),

/***/ 96779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ nothingKnown)
/* harmony export */ });
const nothingKnown = {
    repository: null,
    serverUrl: null,
    sha: null,
    ref: null,
    eventName: null,
    defaultBranch: null,
    headRepository: null,
    runAttempt: null,
    workspace: null,
};


/***/ }),

/***/ 40421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ preload)
/* harmony export */ });
/**
 * Loads a module that will be needed later, in `afterMs` milliseconds: evaluating a library takes 5 to 30 ms of the only thread, which is free once
 * the processes work that the run waits for next. A module that cannot be loaded is an error where it is needed, not here.
 */
function preload(load, afterMs) {
    setTimeout(() => load().catch(() => undefined), afterMs).unref();
}


/***/ }),

/***/ 62214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ readDockerfile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __nccwpck_require__(71877);
;// CONCATENATED MODULE: ./build/stage/src/project/here-documents.js
/** Instructions that may have here-documents, and ONBUILD before one of them. */
const taking = /^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s+(?:--\S+\s+)*/i;
/** Words with their quotes; blanks after `<<` belong to the word. */
const words = /(?:<<\s*|\\.?|"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'\\])+/g;
/** The line after the here-documents of an instruction, by BuildKit's rules; one that never ends, which BuildKit refuses, takes all lines. */
function skipHereDocuments(lines, from, instruction) {
    let at = from;
    for (const { name, chomped } of hereDocuments(instruction)) {
        const ends = (line) => (chomped ? line.replace(/^\t+/, "") : line) === name;
        while (at < lines.length && !ends(lines[at] ?? ""))
            at++;
        at++;
    }
    return Math.min(at, lines.length);
}
function hereDocuments(instruction) {
    const head = taking.exec(instruction)?.[0];
    const quoteIsOpen = instruction.replace(words, "").trim() !== "";
    if (head === undefined || quoteIsOpen || isList(instruction.slice(head.length)))
        return [];
    return (instruction.match(words) ?? []).flatMap((word) => {
        const [, dash, rest = ""] = /^\d*<<(-?)\s*([^<]*)$/.exec(word) ?? [];
        const name = rest.replace(/\\(.)|["']/g, "$1");
        return name === "" ? [] : [{ name, chomped: dash === "-" }];
    });
}
/** `["a", "b"]` is no text for a shell. */
function isList(text) {
    if (!text.startsWith("["))
        return false;
    try {
        const list = JSON.parse(text);
        return Array.isArray(list) && list.every((item) => typeof item === "string");
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/project/dockerfile-parse.js

/** Splits a Dockerfile into instructions. Lenient: BuildKit is the judge of its syntax. */
function parseDockerfile(path, text) {
    const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
    const directives = parserDirectives(lines);
    const escaper = directives.find(({ name }) => name === "escape")?.value ?? "\\";
    const instructions = [];
    let stage = -1;
    for (let at = 0; at < lines.length;) {
        const read = readInstruction(lines, at, escaper);
        at = read.next;
        const match = /^([A-Za-z]+)(?:\s+([\s\S]*))?$/.exec(read.text);
        if (match?.[1] === undefined)
            continue;
        const keyword = match[1].toUpperCase();
        if (keyword === "FROM")
            stage++;
        instructions.push({ line: read.line, keyword, value: (match[2] ?? "").trim(), stage });
    }
    return { path, instructions, syntaxLine: directives.find(({ name }) => name === "syntax")?.line ?? null };
}
/** Parser directives stand before everything else: `# escape=\``. */
function parserDirectives(lines) {
    const found = [];
    for (const [index, line] of lines.entries()) {
        const [, name, value = ""] = /^#\s*([A-Za-z]+)\s*=\s*(\S+)/.exec(line) ?? [];
        if (name === undefined)
            break;
        found.push({ name: name.toLowerCase(), value, line: index + 1 });
    }
    return found;
}
/** Lines are joined as they are, without a space between them: https://github.com/moby/buildkit/blob/v0.27.1/frontend/dockerfile/parser/parser.go. */
function readInstruction(lines, from, escaper) {
    const parts = [];
    let at = from;
    let line = from + 1;
    while (at < lines.length) {
        const raw = (lines[at] ?? "").trimEnd();
        at++;
        if (/^\s*(#|$)/.test(raw)) {
            if (parts.length === 0)
                return { text: "", line, next: at };
            continue;
        }
        if (parts.length === 0)
            line = at;
        const continued = raw.endsWith(escaper) && raw.at(-2) !== escaper;
        parts.push(continued ? raw.slice(0, -1) : raw);
        if (!continued)
            break;
    }
    const joined = parts.join("");
    const text = joined.replace(/\s+/g, " ").trim();
    return { text, line, next: skipHereDocuments(lines, at, joined) };
}

;// CONCATENATED MODULE: ./build/stage/src/project/dockerfile.js




/** Reads the Dockerfile at `path`, relative to the repository `root`; null when there is no such file. */
async function readDockerfile(root, path) {
    try {
        return parseDockerfile(path, await (0,promises_.readFile)((0,external_node_path_.join)(root, path), "utf8"));
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "EISDIR"))
            return null;
        throw error;
    }
}


/***/ }),

/***/ 27327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ embedPatterns),
/* harmony export */   g: () => (/* binding */ embedMatcher)
/* harmony export */ });
/* harmony import */ var _text_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73282);

/** The patterns of the `//go:embed` lines in a Go file, indented ones in groups too, unquoted; https://pkg.go.dev/embed#hdr-Directives. */
function embedPatterns(source) {
    const lines = source.matchAll(/^[ \t]*\/\/go:embed[ \t]+(.+?)\r?$/gm);
    return [...lines].flatMap((line) => splitPatterns(line[1] ?? ""));
}
function splitPatterns(text) {
    const words = text.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`]+/g) ?? [];
    return words.map((word) => {
        if (word.startsWith("`"))
            return word.slice(1, -1);
        return word.startsWith('"') ? word.slice(1, -1).replaceAll(/\\(.)/g, "$1") : word;
    });
}
/**
 * Answers whether `pattern` embeds the file at `path`, relative to the package directory. A pattern that names a directory takes its whole
 * tree, without names that begin with `.` or `_` unless it begins with `all:`.
 */
function embedMatcher(pattern) {
    const all = pattern.startsWith("all:");
    const glob = all ? pattern.slice("all:".length) : pattern;
    if (glob === ".")
        return (path) => all || !hasHiddenName(path.split("/"));
    const depth = glob.split("/").length;
    const matches = (0,_text_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(glob);
    return (path) => {
        const names = path.split("/");
        if (names.length < depth || !matches(names.slice(0, depth).join("/")))
            return false;
        return all || !hasHiddenName(names.slice(depth));
    };
}
function hasHiddenName(names) {
    return names.some((name) => name.startsWith(".") || name.startsWith("_"));
}


/***/ }),

/***/ 35451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isGenerated)
/* harmony export */ });
/** What Go takes for blanks, and its two kinds of comments. */
const blank = /[ \t\r\n]+/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
/** Its name is no keyword: `package`, then nothing but `import`, is a syntax error, and Go then knows of no comments. */
const packageClause = /package(?:[ \t\r\n]|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)+(?!(?:package|import|const|type|var|func)\b)[\p{L}_][\p{L}\p{Nd}_]*[ \t\r]*(?:[\n;]|\/[/*]|$)/uy;
/**
 * Whether a Go file was generated, as go/ast.IsGenerated decides it (Go 1.26 and 1.27): a comment before the package clause has a line that begins
 * with `// Code generated ` and ends with ` DO NOT EDIT.`. The comment may be indented, or one of several lines that holds such a line.
 */
function isGenerated(source) {
    let found = false;
    let at = source.startsWith("\uFEFF") ? 1 : 0;
    for (;;) {
        const text = match(blank, source, at) ?? match(comment, source, at);
        if (text === null)
            return found && match(packageClause, source, at) !== null;
        found ||= isMarked(text);
        at += text.length;
    }
}
const prefix = "// Code generated ";
/** go/scanner takes carriage returns out of comments. */
function isMarked(text) {
    if (!text.includes(prefix))
        return false;
    const lines = text.replaceAll("\r", "").split("\n");
    return lines.some((line) => line.startsWith(prefix) && line.slice(prefix.length).endsWith(" DO NOT EDIT."));
}
function match(pattern, source, at) {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
}


/***/ }),

/***/ 41086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   K5: () => (/* binding */ splitNul)
/* harmony export */ });
/* unused harmony export gitEnv */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(71877);




/** Listing a million files takes seconds; a network file system that is gone takes for ever. */
const defaultLimitMs = 120_000;
/**
 * Asks git one question, without optional locks, hooks or file-system monitors of the repository. A path list comes as `-z` output; split
 * it with `splitNul`.
 */
async function git(request) {
    const args = [...safeDirectory(request.root), "-c", "core.fsmonitor=false", ...request.args];
    const { cwd, limitMs: timeout = defaultLimitMs } = request;
    return await new Promise((resolve) => {
        // Where `.git` is broken, git would take a repository around it for this one.
        const env = { ...gitEnv(process.env), GIT_CEILING_DIRECTORIES: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(request.root) };
        const options = { cwd, env, timeout, killSignal: "SIGKILL", maxBuffer: Number.POSITIVE_INFINITY };
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)("git", args, options, (error, stdout, stderr) => {
            if (error === null)
                resolve({ ok: true, stdout });
            else if (error.killed)
                resolve({ ok: false, problem: `git did not answer within ${timeout / 1_000} s` });
            else
                resolve({ ok: false, problem: firstLine(stderr) || firstLine((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)) });
        });
    });
}
/** Elements of NUL-separated output. */
function splitNul(text) {
    return text.split("\0").filter((element) => element !== "");
}
/** git compares with the path it was started in and with the resolved one: both are named. */
function safeDirectory(root) {
    const paths = new Set([root, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(root)].map((path) => path.replaceAll("\\", "/")));
    return [...paths].flatMap((path) => ["-c", `safe.directory=${path}`]);
}
/** Without what a calling git (a hook, an alias) says about its own repository; see git(1), "The Git Repository". */
function gitEnv(env) {
    const own = /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|PREFIX|NAMESPACE|OBJECT_DIRECTORY|CEILING_DIRECTORIES|.*PATHSPECS)$/i;
    const kept = Object.entries(env).filter(([name]) => !own.test(name));
    return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
}
function firstLine(text) {
    return text.trim().split("\n")[0]?.trim() ?? "";
}


/***/ }),

/***/ 24261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   s5: () => (/* binding */ newestRelease),
/* harmony export */   u0: () => (/* binding */ isExact),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* harmony import */ var _go_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(14083);

/**
 * The releases of Go in the module proxy's list of golang.org/toolchain, newest first: lines such as `v0.0.1-go1.26.8.linux-amd64`
 * (https://go.dev/ref/mod#toolchain). The platform says nothing: a proxy lists what somebody has asked it for, and every release is for all of them.
 */
function releasesOf(list) {
    const found = new Set();
    for (const line of list.split(/\r?\n/)) {
        const version = /^v0\.0\.1-go(1\.\d+\.\d+)\.[a-z]\w*-\w+$/.exec(line.trim())?.[1];
        // Until Go 1.20 the first release of a line was written without a patch number; those are too old anyway.
        if (version !== undefined)
            found.add(version);
    }
    return [...found].sort((a, b) => (0,_go_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareGo */ .Ac)(b, a));
}
/** A line of releases (`1.26`), `stable` or `oldstable` as the exact version that it is now; null when none of the releases is. */
function newestRelease(asked, releases) {
    const lines = [...new Set(releases.map(lineOf))];
    const line = asked === "stable" ? lines[0] : asked === "oldstable" ? lines[1] : asked;
    return releases.find((release) => lineOf(release) === line) ?? null;
}
/** `1.26` of `1.26.8`, `go1.26.8` and `1.26rc1`. */
function lineOf(version) {
    return /1\.\d+/.exec(version)?.[0] ?? version;
}
/** True for what names one Go and no other: `1.26.8`, `1.27rc1`. */
function isExact(asked) {
    return /^1\.\d+(\.\d+|(rc|beta)\d+)$/.test(asked);
}


/***/ }),

/***/ 14083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ compareGo),
/* harmony export */   Ai: () => (/* binding */ askedBy),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   E7: () => (/* binding */ effectiveGo),
/* harmony export */   MB: () => (/* binding */ satisfiesGo),
/* harmony export */   Oj: () => (/* binding */ ownToolchain),
/* harmony export */   R3: () => (/* binding */ toolchainName),
/* harmony export */   Sm: () => (/* binding */ notOlder),
/* harmony export */   Vd: () => (/* binding */ takesToolchains),
/* harmony export */   Wg: () => (/* binding */ oldestGo),
/* harmony export */   y6: () => (/* binding */ wantedGo)
/* harmony export */ });
/** Oldest Go the pipeline supports: packages without tests count in coverage since 1.22 (https://go.dev/doc/go1.22#go-command). */
const oldestGo = "1.22";
/**
 * Numbers of a Go version: `go1.26.8`, `1.26`, `1.26rc1`, `1.26.8-custom` and `devel go1.28-abcdef` all work; a missing part is null. A development version
 * is for Go too no more than the language version of its branch (local in cmd/go/internal/gover, Go 1.26.8).
 */
function versionParts(version) {
    const match = /^(?:devel )?(?:go)?(\d+)(?:\.(\d+))?(?:\.(\d+))?((?:rc|beta)\d+)?/.exec(version);
    const part = (index) => (match?.[index] === undefined ? null : Number(match[index]));
    return [part(1) ?? 0, part(2), part(3), match?.[4] ?? ""];
}
/**
 * Compares as Go does (https://go.dev/ref/mod#versions): 1.21 < 1.21rc1 < 1.21.0 < 1.21.1. Negative, zero or positive.
 */
function compareGo(a, b) {
    const [majorA, minorA, patchA, preA] = versionParts(a);
    const [majorB, minorB, patchB, preB] = versionParts(b);
    const rank = (patch, pre) => (patch !== null ? 2 : pre !== "" ? 1 : 0);
    return (majorA - majorB ||
        (minorA ?? 0) - (minorB ?? 0) ||
        rank(patchA, preA) - rank(patchB, preB) ||
        (patchA ?? 0) - (patchB ?? 0) ||
        preA.localeCompare(preB, "en", { numeric: true }));
}
/** True when `actual` is what `go-version` asks: `1.25` means any 1.25.x, `1.25.3` and `1.26rc1` that one only. */
function satisfiesGo(actual, asked) {
    const [major, minor, patch, pre] = versionParts(actual);
    const [askedMajor, askedMinor, askedPatch, askedPre] = versionParts(asked);
    if (major !== askedMajor || minor !== askedMinor)
        return false;
    return (askedPatch === null && askedPre === "") || (patch === askedPatch && pre === askedPre);
}
/** The input that says which Go is asked for, where one does. */
function askedBy({ goVersionFile }) {
    return goVersionFile === null ? "go-version" : `go-version-file (${goVersionFile})`;
}
/**
 * Whether Go takes another toolchain than its own, by GOTOOLCHAIN: `auto`, `path`, or a name with one of them behind a plus. Otherwise `toolchain` lines mean
 * nothing (https://go.dev/doc/toolchain#select). Empty: nobody says, so that Go's default counts.
 */
function takesToolchains(gotoolchain) {
    return gotoolchain === "" || /(?:^|\+)(?:auto|path)$/.test(gotoolchain);
}
/** The newer of the toolchain that is installed and the one that go.mod asks for: the go command switches to it. */
function effectiveGo(installed, wanted) {
    return wanted !== null && compareGo(wanted, installed) > 0 ? `go${wanted}` : installed;
}
/**
 * The highest of the `go` and `toolchain` lines of all modules and go.work files, with the line it comes from; `go` lines alone where Go takes no other
 * toolchain. In a workspace Go reads the `toolchain` line of go.work alone (modGoToolchain in cmd/go/internal/toolchain, Go 1.26.8).
 */
function wantedGo(modules, workspaces, gotoolchain = "") {
    const file = (dir) => (dir === "." ? "go.mod" : `${dir}/go.mod`);
    const lines = [
        ...modules.map(({ dir, go, toolchain, workspace }) => {
            return { go, toolchain: workspace === null ? toolchain : null, file: file(dir) };
        }),
        ...workspaces.map(({ path, go, toolchain }) => ({ go, toolchain, file: path })),
    ].flatMap(({ go, toolchain, file }) => [
        { version: go, source: `go line of ${file}` },
        { version: takesToolchains(gotoolchain) ? toolchain : null, source: `toolchain line of ${file}` },
    ]);
    let highest = null;
    for (const { version, source } of lines) {
        if (version === null || !/^(go)?\d/.test(version))
            continue;
        const plain = version.replace(/^go/, "");
        if (highest === null || compareGo(plain, highest.version) > 0)
            highest = { version: plain, source };
    }
    return highest;
}
/** The version of that line; null when no file says. */
function linesOf({ modules, workspaces }, gotoolchain) {
    return wantedGo(modules, workspaces, gotoolchain)?.version ?? null;
}
/** The toolchain that GOTOOLCHAIN itself names: `go1.27.4`, `go1.27.4+auto`; null: none. */
function ownToolchain(gotoolchain) {
    return /^(go\d[^+]*)/.exec(gotoolchain)?.[1] ?? null;
}
/** Whether a version is what is wanted or newer; null: nothing is. */
function notOlder(version, wanted) {
    return wanted === null || compareGo(version, wanted) >= 0;
}
/** A version as GOTOOLCHAIN takes it; null for one that it cannot name: a development version, one with experiments. */
function toolchainName(version) {
    return /^go1\.\d+(?:\.\d+|rc\d+|beta\d+)*$/.test(version) ? version : null;
}


/***/ }),

/***/ 60008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Oj: () => (/* binding */ moduleFromContent),
/* harmony export */   fx: () => (/* binding */ workFromContent),
/* harmony export */   j0: () => (/* binding */ localDirectories),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _text_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(60938);


/**
 * Reads the few directives the plan needs from go.mod or go.work (grammar: https://go.dev/ref/mod#go-mod-file-lexical). Lenient on purpose: what Go
 * itself thinks of the file is asked of Go in the deps stage, where a broken file belongs.
 */
function parseDirectives(content) {
    const found = new Map();
    for (const [name, value] of directives(content)) {
        const values = found.get(name);
        if (values === undefined)
            found.set(name, [value]);
        else
            values.push(value);
    }
    const one = (name) => found.get(name)?.[0] ?? null;
    const all = (name) => found.get(name) ?? [];
    const lists = { use: all("use"), ignore: all("ignore"), require: all("require") };
    return { module: one("module"), go: one("go"), toolchain: one("toolchain"), ...lists };
}
/** Every directive with its words, those of blocks one by one. */
function* directives(content) {
    let block = null;
    for (const line of content.split("\n")) {
        const [first, second, ...rest] = tokens(line);
        if (first === undefined)
            continue;
        if (block !== null) {
            if (first === ")")
                block = null;
            else
                yield second === undefined ? [block, first] : [block, first, second, ...rest];
        }
        else if (second === "(")
            block = first;
        else if (second !== undefined)
            yield [first, second, ...rest];
    }
}
function tokens(line) {
    const words = line.replace(/\/\/.*$/, "").match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[()]|[^\s()]+/g) ?? [];
    return words.map((word) => word.replace(/^["`]|["`]$/g, ""));
}
/** `content` of the go.mod in `dir` (relative to the repository). */
function moduleFromContent(dir, content, vendored) {
    const { module, go, toolchain, ignore, require } = parseDirectives(content);
    return { dir, path: module, go, toolchain, ignore, vendored, requires: require };
}
/** `content` of the go.work at `path` (relative to the repository, which is at `root`); `use` directories become relative to the repository. */
function workFromContent(path, content, root) {
    const { go, toolchain, use } = parseDirectives(content);
    const base = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
    return { path, uses: use.map((dir) => joinPath(".", relativeTo(root, dir) ?? `${base}/${dir}`)), go, toolchain };
}
/** What an absolute path is from `root`, slashes; null for another one. */
function relativeTo(root, path) {
    const { isAbsolute, relative } = (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .styleOf */ .Vj)(root) === "win32" ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    return isAbsolute(path) ? relative(root, path).replaceAll("\\", "/") : null;
}
/** Joins and normalises two slash paths; `..` that leave the repository stay as they are. */
function joinPath(base, path) {
    const parts = [];
    for (const part of [...base.split("/"), ...path.split("/")]) {
        if (part === "" || part === ".")
            continue;
        if (part === ".." && parts.length > 0 && parts.at(-1) !== "..")
            parts.pop();
        else
            parts.push(part);
    }
    return parts.length === 0 ? "." : parts.join("/");
}
/** Directories that the `replace` and `use` lines of the go.mod or go.work at `path` name, relative to the repository; what lies outside is left out. */
function localDirectories(path, content) {
    const base = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
    const found = [];
    for (const [name, ...words] of directives(content)) {
        const target = name === "use" ? words[0] : name === "replace" ? words[words.indexOf("=>") + 1] : undefined;
        const local = target?.replaceAll("\\", "/") ?? "";
        // https://go.dev/ref/mod#go-mod-file-replace: a path begins with `./` or `../`, else it is a module.
        if (name === "use" ? local !== "" && !local.startsWith("/") : /^\.\.?(\/|$)/.test(local)) {
            found.push(joinPath(base, local));
        }
    }
    return found.filter((dir) => isInside(".", dir));
}
/** `path` is `dir` or lies below it; both relative to the repository, `.` for itself. What `..` leads out of it is not inside. */
function isInside(dir, path) {
    if (dir === ".")
        return path !== ".." && !path.startsWith("../");
    return path === dir || path.startsWith(`${dir}/`);
}


/***/ }),

/***/ 94983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ inSlices)
/* harmony export */ });
/** Milliseconds of work between two looks at signals, timers and the output of processes. */
const sliceMs = 2;
/**
 * Results of synchronous `work` for all items, in their order, giving way to everything else now and then. For many small files: synchronous calls
 * read 1,500 of them in 40 ms of processor time, those of fs/promises in 105 ms, and both cores are wanted by Go meanwhile.
 */
async function inSlices(items, work) {
    const results = [];
    let until = performance.now() + sliceMs;
    for (const item of items) {
        results.push(work(item));
        if (performance.now() < until)
            continue;
        await new Promise((resolve) => setImmediate(resolve));
        until = performance.now() + sliceMs;
    }
    return results;
}


/***/ }),

/***/ 58325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ZI: () => (/* binding */ inspectCommands),
  Ms: () => (/* binding */ inspectionOf),
  dJ: () => (/* binding */ localEnv),
  Cu: () => (/* binding */ moduleEnv),
  LB: () => (/* binding */ parseGoEnv),
  Y$: () => (/* binding */ parseModule),
  Kv: () => (/* binding */ targetCommands)
});

// UNUSED EXPORTS: relativeDir

// EXTERNAL MODULE: ./build/stage/src/go/flags.js
var go_flags = __nccwpck_require__(84080);
// EXTERNAL MODULE: ./build/stage/src/go/go-words.js
var go_words = __nccwpck_require__(49697);
// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var model_platform = __nccwpck_require__(53107);
;// CONCATENATED MODULE: ./build/stage/src/project/go-list.js
/** `go list -json` prints objects one after the other, each opening and closing in the first column. */
function parseGoList(text) {
    const packages = [];
    let start = -1;
    for (let at = 0; at < text.length;) {
        const end = text.indexOf("\n", at);
        const line = text.slice(at, end < 0 ? text.length : end).trimEnd();
        if (line === "{")
            start = at;
        if (line === "}" && start >= 0)
            packages.push(listedPackage(parseJson(text.slice(start, at + 1))));
        if (end < 0)
            break;
        at = end + 1;
    }
    return packages;
}
function listedPackage(value) {
    const get = (name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
    const text = (name) => {
        const found = get(name);
        return typeof found === "string" ? found : "";
    };
    const length = (name) => {
        const found = get(name);
        return Array.isArray(found) ? found.length : 0;
    };
    return {
        ImportPath: text("ImportPath"),
        Dir: text("Dir"),
        Name: text("Name"),
        Match: texts(get("Match")),
        files: length("GoFiles") + length("CgoFiles"),
        tests: length("TestGoFiles") + length("XTestGoFiles"),
        embeds: ["EmbedPatterns", "TestEmbedPatterns", "XTestEmbedPatterns"].flatMap((name) => texts(get(name))),
        error: errorText(get("Error")),
    };
}
function texts(value) {
    return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
function errorText(value) {
    const text = typeof value === "object" && value !== null ? Reflect.get(value, "Err") : undefined;
    return typeof text === "string" ? text : "";
}
/** null when it is none: what calls itself `go` may be something else. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __nccwpck_require__(60008);
// EXTERNAL MODULE: ./build/stage/src/project/patterns.js
var patterns = __nccwpck_require__(69851);
// EXTERNAL MODULE: ./build/stage/src/project/platform-env.js
var platform_env = __nccwpck_require__(55765);
;// CONCATENATED MODULE: ./build/stage/src/project/inspect.js







const fields = "ImportPath,Dir,Name,Match,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,EmbedPatterns,TestEmbedPatterns,XTestEmbedPatterns,Root,Module,Error,Incomplete,IgnoredGoFiles";
/** `go env` and one `go list` for the engine's own platform. */
function inspectCommands(request, module) {
    const env = { module: module.dir, args: ["env", "-json"], env: module.env };
    return [env, list(request, module, (0,patterns/* modulePatterns */.yh)(request.patterns, module), {})];
}
/**
 * More questions for a module that has main packages, as its files or the answer to the first list say: one `go list` per target. When builds run without cgo
 * and a file asks for it, one more with cgo, which tells main packages that only cgo being off leaves out from those that constraints exclude. (With
 * patterns such as ./..., Go does not list a package without files at all.)
 */
async function targetCommands(request, module, first) {
    const { mentionMain, mentionCgo } = await request.mentions(module.dir);
    // What git ignores is not among the files that were read.
    if (!mentionMain && !listsMain(await first()))
        return [];
    const own = request.platforms.map((platform) => listTarget(request, module, platform, request.cgo));
    if (request.cgo || !mentionCgo)
        return own;
    return [...own, ...request.platforms.map((platform) => listTarget(request, module, platform, true))];
}
function listsMain([, native]) {
    return (native !== undefined && native.exitCode === 0 && parseGoList(native.stdout).some(({ Name }) => Name === "main"));
}
/** What the installed toolchain says of itself, whatever go.mod asks for. */
function localEnv(names = Object.keys(goEnvNames)) {
    return { module: "", args: ["env", "-json", ...names], env: { GOTOOLCHAIN: "local", GOWORK: "off" } };
}
/** Main packages are looked for in the whole module, whatever patterns narrow checks and tests. */
function listTarget(request, module, platform, cgo) {
    const everything = (0,patterns/* modulePatterns */.yh)(["./..."], module);
    return list(request, module, everything, { ...(0,platform_env/* platformEnv */.L)(platform), CGO_ENABLED: cgo ? "1" : "0" });
}
function list(request, module, patterns, env) {
    const flags = [...ownModuleFlags(request, module), ...(0,go_flags/* tagFlags */.av)(request.tags)];
    const args = ["list", "-e", "-find", `-json=${fields}`, ...flags, "--", ...patterns];
    return { module: module.dir, args, env: { ...module.env, ...env } };
}
/** `go list` adds to go.mod and go.sum with `-mod=mod`, -find or not (Go 1.26.8). In a workspace Go refuses that flag, and says so. */
function ownModuleFlags({ goflags = "" }, { workspace, vendored }) {
    return workspace === null ? (0,go_flags/* moduleFlags */.CW)({ goflags }, vendored) : [];
}
const goEnvNames = { GOVERSION: "", GOOS: "", GOARCH: "", GOFLAGS: "" };
/** Output of `go env -json`; null when Go did not answer with it (a go.mod it cannot parse, a toolchain it cannot get). */
function parseGoEnv(output) {
    const value = output.exitCode === 0 ? parseJson(output.stdout) : null;
    if (typeof value !== "object" || value === null)
        return null;
    const texts = Object.entries(value).filter((entry) => typeof entry[1] === "string");
    const found = { ...goEnvNames, ...Object.fromEntries(texts) };
    return found.GOVERSION === "" ? null : found;
}
/** The first answer to `go env` inside a module; undefined when Go could do nothing with any of them. */
function moduleEnv(answers) {
    return answers.map(([env]) => env).find((env) => env?.exitCode === 0);
}
/** What all modules hold. `answers`: in the order of the request's modules. */
function inspectionOf(request, answers, { goEnv, root, warm, processors }) {
    return {
        goVersion: goEnv.GOVERSION,
        pinned: /^go\d/.test(goEnv["GOTOOLCHAIN"] ?? ""),
        root,
        native: { os: goEnv.GOOS, arch: goEnv.GOARCH, variant: null },
        // The installed toolchain was asked with GOTOOLCHAIN=local, which is not the user's.
        gotoolchain: moduleEnv(answers) === undefined ? "" : (goEnv["GOTOOLCHAIN"] ?? ""),
        goflags: goEnv.GOFLAGS,
        warm,
        processors,
        modules: request.modules.map((module, index) => parseModule(request, module, root, answers[index] ?? [])),
    };
}
/** `root` is the repository as the engine's Go sees it, with symlinks resolved, as its paths are. A module that Go cannot load becomes a `problem`. */
function parseModule(request, module, root, outputs) {
    const [env, native, ...targets] = outputs;
    const failed = [env, native].find((output) => output === undefined || output.exitCode !== 0);
    const lists = targets.map((output) => (output.exitCode === 0 ? parseGoList(output.stdout) : []));
    const listed = native === undefined || native.exitCode !== 0 ? [] : parseGoList(native.stdout);
    const problem = failed === undefined ? outsideWorkspace(listed) : failed.stderr.trim() || "go did not answer";
    const inRepository = (dir) => relativeDir(root, dir);
    const found = listed.filter(({ Dir }) => Dir !== "" && isOwn(inRepository(Dir), module, request.modules));
    const matched = new Set(found.flatMap(({ Match }) => Match));
    return {
        dir: module.dir,
        path: module.path,
        goVersion: env === undefined ? null : (parseGoEnv(env)?.GOVERSION ?? null),
        problem,
        packages: found.map(({ ImportPath, Dir, Name, tests }) => ({
            importPath: ImportPath,
            dir: inRepository(Dir),
            name: Name,
            hasTests: tests > 0,
        })),
        patterns: (0,patterns/* modulePatterns */.yh)(request.patterns, module).filter((pattern) => matched.has(pattern)),
        mains: mainPackages(request, lists, inRepository),
        embeds: [...found, ...lists.flat()]
            .filter(({ embeds }) => embeds.length > 0)
            .map(({ Dir, embeds }) => ({ dir: inRepository(Dir), patterns: embeds })),
    };
}
/** In a workspace an import path may match packages of other modules, where they are checked. */
function isOwn(dir, { dir: own }, modules) {
    const deeper = modules.some((other) => other.dir !== own && (0,gomod/* isInside */.FK)(own, other.dir) && (0,gomod/* isInside */.FK)(other.dir, dir));
    const beside = modules.some((other) => !(0,gomod/* isInside */.FK)(other.dir, own) && (0,gomod/* isInside */.FK)(other.dir, dir));
    return !deeper && !beside;
}
/** With -e, a pattern in a module that go.work does not list is a package with an error, and Go exits 0 (1.26.8, 1.27.4); null: something was found. */
function outsideWorkspace(listed) {
    if (listed.some((found) => found.Dir !== ""))
        return null;
    return listed.find((found) => (0,go_words/* isOutsideWorkspace */.V_)(found.error))?.error ?? null;
}
function mainPackages(request, lists, inRepository) {
    const mains = new Map();
    const withFiles = lists.map((list) => new Map(list.map((found) => [found.ImportPath, found])));
    for (const found of lists.flat()) {
        if (found.Name === "main" && found.files > 0)
            mains.set(found.ImportPath, { dir: inRepository(found.Dir), on: {} });
    }
    for (const [importPath, main] of mains) {
        request.platforms.forEach((platform, index) => {
            const asBuilt = isMain(withFiles[index]?.get(importPath));
            const withCgo = isMain(withFiles[request.platforms.length + index]?.get(importPath));
            main.on[(0,model_platform/* platformKey */.Ng)(platform)] = asBuilt ? "builds" : withCgo ? "needs-cgo" : "excluded";
        });
    }
    return [...mains].map(([importPath, { dir, on }]) => ({ importPath, dir, on }));
}
function isMain(found) {
    return found !== undefined && found.Name === "main" && found.files > 0;
}
/** Path of `dir` below `root`, slashes, `.` for the root; both as Go prints them (backslashes on Windows). */
function relativeDir(root, dir) {
    const base = root.replaceAll("\\", "/").replace(/\/$/, "");
    const path = dir.replaceAll("\\", "/");
    if (path === base)
        return ".";
    return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}


/***/ }),

/***/ 69851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ localPath),
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   yh: () => (/* binding */ modulePatterns)
/* harmony export */ });
/* harmony import */ var _gomod_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(60008);

/** The patterns of an input as a go command in the module takes them: what begins with a dot is relative to where checks are restricted to. */
function modulePatterns(patterns, { within }) {
    return within === "."
        ? patterns
        : patterns.map((pattern) => (isLocal(pattern) ? localPath(within, pattern) : pattern));
}
/** A pattern that names directories and no import paths. */
function isLocal(pattern) {
    return /^\.{1,2}(\/|$)/.test(pattern);
}
/** `pattern` of a directory as a go command takes it in the directory above, where that is `within`. */
function localPath(within, pattern) {
    const path = (0,_gomod_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(within, pattern);
    return isLocal(path) ? path : `./${path}`;
}


/***/ }),

/***/ 55765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ platformEnv)
/* harmony export */ });
/** Environment that makes Go see the repository as a build for `platform` does. */
function platformEnv(platform) {
    const env = { GOOS: platform.os, GOARCH: platform.arch };
    if (platform.variant !== null)
        env[variantVariable(platform.arch)] = variantValue(platform);
    return env;
}
/** GOARM, GOAMD64, GOMIPS …: https://pkg.go.dev/cmd/go#hdr-Environment_variables, "architecture-specific". */
function variantVariable(arch) {
    if (arch === "mipsle")
        return "GOMIPS";
    if (arch === "mips64le")
        return "GOMIPS64";
    if (arch === "ppc64le")
        return "GOPPC64";
    return `GO${arch.toUpperCase()}`;
}
function variantValue(platform) {
    const variant = platform.variant ?? "";
    if (platform.arch === "arm")
        return variant.replace(/^v/, "");
    if (platform.arch === "arm64")
        return /^v\d+$/.test(variant) ? `${variant}.0` : variant;
    return variant;
}


/***/ }),

/***/ 58483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ hostsWithoutKey),
/* harmony export */   g: () => (/* binding */ sshHosts)
/* harmony export */ });
/* harmony import */ var _text_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73282);
/* harmony import */ var _text_known_hosts_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(74799);
/* harmony import */ var _ssh_host_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3564);



/**
 * The hosts of private modules that are fetched over SSH: those that GOPRIVATE names, and of its patterns what known hosts they
 * match. The port is the one that the line of known hosts has.
 */
function sshHosts({ goprivate, knownHosts, withLogin }) {
    const patterns = hostPatterns(goprivate);
    const matchers = patterns.map(_text_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k);
    const known = [...knownHosts, ..._ssh_host_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .publishedHostKeys */ .r].flatMap(_text_known_hosts_js__WEBPACK_IMPORTED_MODULE_2__/* .hostsOf */ .PP);
    const named = patterns.filter(isName).map((host) => ({ host, port: null }));
    const hosts = new Map();
    for (const found of [...known.filter(({ host }) => matchers.some((matches) => matches(host))), ...named]) {
        if (!withLogin.includes(found.host) && !hosts.has(found.host))
            hosts.set(found.host, found);
    }
    return [...hosts.values()];
}
/** Those of them that SSH will refuse, since nobody said what their key is. Where lines hide their hosts, nobody can tell. */
function hostsWithoutKey(access) {
    if (!access.knownHosts.every(_text_known_hosts_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOnly */ .$T))
        return [];
    const known = [...access.knownHosts, ..._ssh_host_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .publishedHostKeys */ .r].flatMap(_text_known_hosts_js__WEBPACK_IMPORTED_MODULE_2__/* .hostsOf */ .PP).map(({ host }) => host);
    return sshHosts(access)
        .map(({ host }) => host)
        .filter((host) => !known.includes(host));
}
/** The first elements of the patterns. */
function hostPatterns(goprivate) {
    const firsts = goprivate.split(",").map((pattern) => (pattern.trim().split("/")[0] ?? "").toLowerCase());
    return [...new Set(firsts)].filter((first) => first !== "");
}
/** A host name and not a pattern of them. */
function isName(pattern) {
    return /^[a-z0-9.-]+$/.test(pattern);
}


/***/ }),

/***/ 15216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ selectModules),
/* harmony export */   Wm: () => (/* binding */ selectionOf),
/* harmony export */   uT: () => (/* binding */ selectionName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(71877);
/* harmony import */ var _model_stage_id_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(22736);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(66055);
/* harmony import */ var _text_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73282);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(92784);
/* harmony import */ var _gomod_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(60008);






/** Takes an entry list apart; null when it is `auto` alone. */
function selectionOf(entries) {
    if (entries.length === 1 && entries[0] === "auto")
        return null;
    const taken = entries.filter((entry) => !entry.startsWith("!") && entry !== "auto");
    const names = (entry) => !/[*?[\]{}]/.test(entry);
    return {
        literal: taken.filter(names),
        // `auto`, and excludes alone, begin with every module.
        globs: [...(taken.length === 0 || entries.includes("auto") ? ["**"] : []), ...taken.filter((e) => !names(e))],
        excluded: entries.filter((entry) => entry.startsWith("!")).map((entry) => entry.slice(1)),
    };
}
/** The modules that a selection names, in their order. Throws UsageError for entries that name none, and when none is left. */
function selectModules(selection, modules, directory) {
    const problems = [];
    const matching = (entry, written) => {
        const found = new Set(modules.filter((module) => matches(entry, module, directory)));
        if (found.size === 0)
            problems.push(`modules: ${unknown(written, entry, modules, directory)}`);
        return found;
    };
    const taken = [...selection.literal, ...selection.globs].map((entry) => matching(entry, entry));
    const dropped = selection.excluded.map((entry) => matching(entry, `!${entry}`));
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(problems);
    const chosen = modules.filter((module) => taken.some((set) => set.has(module)) && !dropped.some((set) => set.has(module)));
    if (chosen.length > 0)
        return chosen;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb([`modules: every module is excluded. Found: ${listed(modules, directory)}.`]);
}
/** What a module is called in the input; the one that the working directory lies in is `.` as well. */
function selectionName(dir, directory) {
    return (0,_gomod_js__WEBPACK_IMPORTED_MODULE_3__/* .isInside */ .FK)(directory, dir) ? (0,_model_stage_id_js__WEBPACK_IMPORTED_MODULE_4__/* .below */ .Gz)(directory, dir) : ".";
}
function matches(entry, { dir }, directory) {
    const name = selectionName(dir, directory);
    const wanted = (0,_gomod_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(".", entry);
    return name === wanted || (0,_text_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .globMatcher */ .f)(wanted)(name) || (wanted === "**" && name === ".");
}
function unknown(written, entry, modules, directory) {
    const names = modules.map(({ dir }) => selectionName(dir, directory));
    const byPath = modules.find(({ path }) => path === entry);
    const meant = byPath === undefined ? (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(entry, names) : selectionName(byPath.dir, directory);
    const hint = meant === null ? "." : `; did you mean "${meant}"?`;
    return `"${written}" is no module at or below working-directory${hint} Found: ${listed(modules, directory)}.`;
}
/** Names on one line; people with more know where to look. */
const shownNames = 20;
function listed(modules, directory) {
    const names = modules.map(({ dir }) => selectionName(dir, directory));
    return (0,_text_format_js__WEBPACK_IMPORTED_MODULE_5__/* .firstOf */ .Ku)(names, shownNames);
}


/***/ }),

/***/ 9357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hu: () => (/* binding */ settingError),
/* harmony export */   R0: () => (/* binding */ guiltySetting),
/* harmony export */   ZC: () => (/* binding */ requireSettings),
/* harmony export */   cO: () => (/* binding */ settingTrials),
/* harmony export */   eD: () => (/* binding */ listingProblem)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(71877);
/* harmony import */ var _go_go_words_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(49697);
/* harmony import */ var _go_named_setting_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(20651);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(58325);




/** Settings of the go command that can keep it from listing a module; not those that choose toolchain, proxies and checksums. */
const suspects = new Set([
    "CGO_ENABLED",
    "GO111MODULE",
    "GOARCH",
    "GOCACHE",
    "GOCACHEPROG",
    "GODEBUG",
    "GOEXPERIMENT",
    "GOFIPS140",
    "GOFLAGS",
    "GOMODCACHE",
    "GOOS",
    "GOPATH",
    "GOROOT",
    "GOTMPDIR",
    "GOWORK",
]);
/** Trials for a module that Go could not list. `set`: names in the environment that Go had. */
function settingTrials(request, module, set) {
    const found = Object.keys(set).filter((name) => suspects.has(name) && set[name] !== "");
    // An empty value is as good as none, but for the settings file, which `go env -w` writes.
    const single = found.map((name) => trial(request, module, name, { [name]: "" }));
    const all = trial(request, module, found.join(", "), Object.fromEntries(found.map((name) => [name, ""])));
    return [
        ...single,
        trial(request, module, "the settings of `go env -w`", { GOENV: "off" }),
        ...(found.length > 1 ? [all] : []),
    ];
}
/** Nothing is fetched only to find a cause. */
function trial(request, module, setting, without) {
    const questions = (0,_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .inspectCommands */ .ZI)(request, module);
    const commands = questions.map((question) => ({ ...question, env: { ...question.env, GOPROXY: "off", ...without } }));
    return { setting, commands };
}
/** Why Go did not say what a module holds; null when it did, and for a toolchain that is too old, of which the versions tell more. */
function listingProblem(request, module, answers) {
    const { problem } = (0,_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .parseModule */ .Y$)(request, module, request.root, answers);
    return problem === null || / requires go >= .*\(running go /.test(problem) ? null : problem;
}
/** The error for the setting that had to be left out for Go to answer; null when none made a difference. `answers`: of the trials, in their order. */
function guiltySetting(request, module, tried, problem) {
    const answered = tried.answers.findIndex((answers) => (0,_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .parseModule */ .Y$)(request, module, request.root, answers).problem === null);
    const setting = tried.trials[answered]?.setting;
    return setting === undefined ? null : settingError(setting, problem);
}
function settingError(setting, stderr) {
    const problem = (0,_go_named_setting_js__WEBPACK_IMPORTED_MODULE_1__/* .settingProblem */ .oG)(setting, (0,_go_go_words_js__WEBPACK_IMPORTED_MODULE_3__/* .goSentence */ .Mq)(stderr).replace(/\.$/, ""));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG(`${problem}.`, `Correct or unset ${setting}.`);
}
/** Flags in GOFLAGS with which Go does or prints something else than the stages ask for: an exit code of 0 would mean nothing. */
const spoiling = new Set(["c", "diff", "f", "find", "fix", "json", "list", "m", "n", "u"]);
/** Quotes stand around a whole flag (`go help environment`). */
function flagsOf(goflags) {
    const words = goflags.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
    return words.map((word) => {
        const [, name = "", value] = /^['"]?--?([^=]*?)['"]?(?:=(.*?)['"]?)?$/s.exec(word) ?? [];
        return { name, value };
    });
}
/** Throws EnvironmentError for settings of the engine's Go with which its answers could not be trusted, or of which it says so itself. */
function requireSettings({ goflags, modules }) {
    const flags = flagsOf(goflags).filter((flag) => spoiling.has(flag.name) && flag.value !== "false");
    if (flags.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG(`GOFLAGS in the environment has ${flags.map(({ name }) => `-${name}`).join(", ")}: go would print or do something else than it is asked for.`, "Take it out of GOFLAGS; what tests alone shall get belongs into `test-flags`.");
    }
    for (const { problem } of modules) {
        const setting = problem === null ? null : (0,_go_named_setting_js__WEBPACK_IMPORTED_MODULE_1__/* .namedSetting */ .y1)(problem);
        if (setting !== null)
            throw settingError(setting, problem ?? "");
    }
}


/***/ }),

/***/ 3564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ publishedHostKeys)
/* harmony export */ });
/**
 * Host keys as the hosts publish them, lines of a known_hosts file. The fingerprints of these lines (`ssh-keygen -lf`) are those
 * that the same hosts publish; a test compares them.
 */
const publishedHostKeys = [
    // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/githubs-ssh-key-fingerprints, https://api.github.com/meta
    "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
    "github.com ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=",
    "github.com ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQCj7ndNxQowgcQnjshcLrqPEiiphnt+VTTvDP6mHBL9j1aNUkY4Ue1gvwnGLVlOhGeYrnZaMgRK6+PKCUXaDbC7qtbW8gIkhL7aGCsOr/C56SJMy/BCZfxd1nWzAOxSDPgVsmerOBYfNqltV9/hWCqBywINIR+5dIg6JTJ72pcEpEjcYgXkE2YEFXV1JHnsKgbLWNlhScqb2UmyRkQyytRLtL+38TGxkxCflmO+5Z8CSSNY7GidjMIZ7Q4zMjA2n1nGrlTDkzwDCsw+wqFPGQA179cnfGWOWRVruj16z6XyvxvjJwbz0wQZ75XK5tKSb7FNyeIEs4TT4jk+S4dhPeAUC5y+bDYirYgM4GC7uEnztnZyaVWQ7B381AK4Qdrwt51ZqExKbQpTUNn+EjqoTwvqNj4kqx5QUCI0ThS/YkOxJCXmPUWZbhjpCg56i+2aB6CmK2JGhn57K5mj0MNdBXA4/WnwH6XoPWJzK5Nyu2zB3nAZp+S5hpQs+p1vN1/wsjk=",
    // https://docs.gitlab.com/user/gitlab_com/#ssh-known_hosts-entries
    "gitlab.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAfuCHKVTjquxvt6CM6tdG4SLp1Btn/nOeHHE5UOzRdf",
    "gitlab.com ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCsj2bNKTBSpIYDEGk9KxsGh3mySTRgMtXL583qmBpzeQ+jqCMRgBqB98u3z++J1sKlXHWfM9dyhSevkMwSbhoR8XIq/U0tCNyokEi/ueaBMCvbcTHhO7FcwzY92WK4Yt0aGROY5qX2UKSeOvuP4D6TPqKF1onrSzH9bx9XUf2lEdWT/ia1NEKjunUqu1xOB/StKDHMoX4/OKyIzuS0q/T1zOATthvasJFoPrAjkohTyaDUz2LN5JoH839hViyEG82yB+MjcFV5MU3N1l1QL3cVUCh93xSaua1N85qivl+siMkPGbO5xR/En4iEY6K2XPASUEMaieWVNTRCtJ4S8H+9",
    "gitlab.com ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBFSMqzJeV9rUzU4kWitGjeR4PWSa29SPqJ1fVkhtj3Hw9xjLVXVYrU9QlYWrOLXBpQ6KWjbjTDTdDkoohFzgbEY=",
    // https://bitbucket.org/site/ssh, https://bitbucket.org/blog/ssh-host-key-changes
    "bitbucket.org ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIazEu89wgQZ4bqs3d63QSMzYVa0MuJ2e2gKTKqu+UUO",
    "bitbucket.org ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBPIQmuzMBuKdWeF4+a2sjSSpBK0iqitSQ+5BM9KhpexuGt20JpTVM7u5BDZngncgrqDMbWdxMWWOGtZ9UgbqgZE=",
    "bitbucket.org ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDQeJzhupRu0u0cdegZIa8e86EG2qOCsIsD1Xw0xSeiPDlCr7kq97NLmMbpKTX6Esc30NuoqEEHCuc7yWtwp8dI76EEEB1VqY9QJq6vk+aySyboD5QF61I/1WeTwu+deCbgKMGbUijeXhtfbxSxm6JwGrXrhBdofTsbKRUsrN1WoNgUa8uqN1Vx6WAJw1JHPhglEGGHea6QICwJOAr/6mrui/oB7pkaWKHj3z7d1IC4KWLtY47elvjbaTlkN04Kc/5LFEirorGYVbt15kAUlqGM65pk6ZBxtaO3+30LVlORZkxOh+LKL/BvbZ/iRNhItLqNyieoQj/uh/7Iv4uyH/cV/0b4WDSd3DptigWq84lJubb9t/DnZlrJazxyDCulTmKdOR7vs9gMTo+uoIrPSb8ScTtvw65+odKAlBj59dhnVp9zd7QUojOpXlL62Aw56U4oO+FALuevvMjiWeavKhJqlR7i5n9srYcrNV7ttmDw7kf/97P5zauIhxcjX+xHv4M=",
];


/***/ }),

/***/ 51280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles),
/* harmony export */   n: () => (/* binding */ listTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(71877);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(41086);
/* harmony import */ var _in_slices_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(94983);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(66605);






/** Lists the repository at `root` (absolute). Works in worktrees, under another owner, and without git. */
async function listTree(root) {
    return await listCheckout(root, "");
}
/** The part of it that git can tell without a look at what it ignores, which may be very much. */
async function listFiles(root) {
    const files = (await (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .exists */ .t2)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ".git"))) ? await gitFiles(root) : null;
    return files?.ok ? files.found : await listTree(root);
}
/** `place`: where it lies in the repository, empty for the repository itself. */
async function listCheckout(root, place) {
    const own = await listOwn(root, place);
    const directories = await directoriesIn(root, own.tracked);
    const whole = [
        {
            ...own,
            tracked: own.tracked.filter((path) => !directories.has(path)),
            untracked: own.untracked.filter((path) => !isCheckout(path)),
            ignored: own.ignored.filter((path) => !isCheckout(path)),
        },
    ];
    for (const dir of own.ignored.filter(isCheckout)) {
        whole.push({ ...nothing, ignored: await (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .everyFile */ .qX)(root, dir) });
    }
    for (const entry of [...unlisted(directories, own), ...own.untracked.filter(isCheckout)]) {
        const dir = entry.replace(/\/$/, "");
        whole.push(placed(dir, await listCheckout((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, dir), node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(place, dir))));
    }
    return { ...joined(whole), source: own.source };
}
const nothing = { source: "git", tracked: [], untracked: [], ignored: [], warning: null };
/** The paths of a tree in `dir`, relative to what `dir` is relative to. */
function placed(dir, tree) {
    const all = (paths) => paths.map((path) => `${dir}/${path}`);
    return { ...tree, tracked: all(tree.tracked), untracked: all(tree.untracked), ignored: all(tree.ignored) };
}
function joined(trees) {
    const warnings = trees.map(({ warning }) => warning).filter((warning) => warning !== null);
    return {
        tracked: trees.flatMap(({ tracked }) => tracked),
        untracked: trees.flatMap(({ untracked }) => untracked),
        ignored: trees.flatMap(({ ignored }) => ignored),
        warning: warnings.length === 0 ? null : warnings.join("; "),
    };
}
/** git, and walkTree, list a checkout of its own that is not tracked as one entry with a slash at its end. */
function isCheckout(path) {
    return path.endsWith("/");
}
/** What is tracked as a submodule or as a file, and is a directory here. */
async function directoriesIn(root, tracked) {
    const found = await (0,_in_slices_js__WEBPACK_IMPORTED_MODULE_5__/* .inSlices */ .Z)(tracked, (path) => isDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)));
    return new Set(tracked.filter((_, index) => found[index] === true));
}
function isDirectory(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isDirectory();
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, "ENOENT", "ENOTDIR", "ELOOP"))
            return false;
        throw error;
    }
}
/**
 * git lists what lies in a plain directory that took the place of a file, but nothing of a submodule, with or without its `.git`, and nothing of a
 * checkout that took the place of a file (git 2.39).
 */
function unlisted(directories, { untracked, ignored }) {
    const others = directories.size === 0 ? [] : [...untracked, ...ignored];
    return [...directories].filter((dir) => !others.some((path) => path.startsWith(`${dir}/`)));
}
async function listOwn(root, place) {
    if (!(await (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .exists */ .t2)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ".git"))))
        return await walkTree(root, null);
    const [files, ignored] = await Promise.all([
        gitFiles(root),
        lsFiles(root, "--others", "--ignored", "--exclude-standard"),
    ]);
    if (!files.ok)
        return await walkTree(root, refusal(place, files.problem));
    if (!ignored.ok)
        return await walkTree(root, refusal(place, ignored.problem));
    return { ...files.found, ignored: (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .splitNul */ .K5)(ignored.stdout) };
}
async function walkTree(root, warning) {
    return { source: "walk", tracked: [], ...(await (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .walk */ .GG)(root)), warning };
}
function refusal(place, problem) {
    return `git could not list ${place === "" ? "the repository" : place} (${problem})`;
}
function lsFiles(root, ...args) {
    return (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .git */ .$Y)({ root, cwd: root, args: ["ls-files", "-z", ...args] });
}
/** One question for both kinds: `-t` puts `? ` before untracked files and another letter before tracked ones; a path in conflict comes once per side. */
async function gitFiles(root) {
    const answer = await lsFiles(root, "-t", "--cached", "--others", "--exclude-standard");
    if (!answer.ok)
        return answer;
    const tracked = new Set();
    const untracked = [];
    for (const entry of (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .splitNul */ .K5)(answer.stdout)) {
        if (entry.startsWith("? "))
            untracked.push(entry.slice(2));
        else
            tracked.add(entry.slice(2));
    }
    // The repository is one that lies around it, and this is a submodule of it.
    if (tracked.has("./"))
        return { ok: false, problem: "its .git is none" };
    return { ok: true, found: { source: "git", tracked: [...tracked], untracked, warning: null } };
}


/***/ }),

/***/ 66605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   qX: () => (/* binding */ everyFile),
/* harmony export */   t2: () => (/* binding */ exists)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var ignore__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(70298);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(71877);
/* harmony import */ var _files_regular_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1939);





/** The files below `root` by its .gitignore files. Checkouts of their own in it are one entry each, with a slash at its end, as git lists them. */
async function walk(root) {
    const untracked = [];
    const ignored = [];
    const visit = async (dir, inherited) => {
        const rules = [...inherited, ...(await rulesOf(root, dir))];
        for (const entry of await sortedEntries((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, dir))) {
            const path = entry.isDirectory() ? `${dir}${entry.name}/` : `${dir}${entry.name}`;
            const skip = isIgnored(rules, path);
            if (entry.name === ".git")
                continue;
            if (!entry.isDirectory())
                (skip ? ignored : untracked).push(path);
            else if (skip)
                for (const file of await everyFile(root, path))
                    ignored.push(file);
            else if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path, ".git")))
                untracked.push(path);
            else
                await visit(path, rules);
        }
    };
    await visit("", []);
    return { untracked, ignored };
}
/** Whatever lies below `dir` (relative, with a slash at its end), checkouts of their own included. */
async function everyFile(root, dir) {
    const found = [];
    const visit = async (at) => {
        for (const entry of await sortedEntries((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, at))) {
            const path = `${at}${entry.name}`;
            if (entry.name === ".git")
                continue;
            if (entry.isDirectory())
                await visit(`${path}/`);
            else
                found.push(path);
        }
    };
    await visit(dir);
    return found;
}
/** None of a directory that this user may not read: Go cannot read it either, and git leaves it out too. */
async function sortedEntries(dir) {
    try {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(dir, { withFileTypes: true });
        return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "EACCES", "EPERM"))
            return [];
        throw error;
    }
}
/** Links are not followed, as git does not either. */
async function rulesOf(root, dir) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, dir, ".gitignore");
    if (!(await exists(file)) || !(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file)).isFile())
        return [];
    return [{ base: dir, matcher: ignore__WEBPACK_IMPORTED_MODULE_2__({ ignorecase: false }).add(await (0,_files_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readRegularFile */ .X)(file)) }];
}
/** The deepest .gitignore that has an opinion decides; see gitignore(5), "Pattern format". */
function isIgnored(rules, path) {
    for (const { base, matcher } of [...rules].reverse()) {
        const result = matcher.test(path.slice(base.length));
        if (result.ignored)
            return true;
        if (result.unignored)
            return false;
    }
    return false;
}
async function exists(path) {
    return (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path))) !== null;
}


/***/ }),

/***/ 67172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   gD: () => (/* binding */ reportUsageError),
/* harmony export */   kM: () => (/* binding */ reportProblem)
/* harmony export */ });
/* unused harmony exports describeProblem, problemText */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(71877);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(66055);
/* harmony import */ var _text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(92077);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(23548);
/* harmony import */ var _reporters_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(83117);





/** Anything thrown, in words. Text from inputs and the environment is sanitized. */
function describeProblem(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb) {
        const { problems } = thrown;
        const headline = `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(problems.length, "problem")} before the pipeline could start; nothing was run`;
        return { headline, details: problems.map((problem) => (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(problem)), remedy: null };
    }
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentErrorOf */ .f7)(thrown);
    const causes = causesOf(thrown).map((cause) => (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(cause));
    const headline = (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(known ?? thrown));
    if (known !== null)
        return { headline, details: causes, remedy: (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(known.remedy) };
    return {
        headline: `The pipeline itself broke: ${headline}`,
        details: causes,
        remedy: "This is a defect of the pipeline, not of your code; please report it with this message.",
    };
}
/** All in one sentence per fact, for the reasons of a report. */
function reasonOf(error) {
    const { headline, details, remedy } = describeProblem(error);
    return [headline, ...details, ...(remedy === null ? [] : [remedy])].map(asSentence).join(" ");
}
/** Shows bad inputs: every problem in the log, the summary and one annotation; conclusion `error`. The caller's exit code is 2. */
async function reportUsageError(platform, error) {
    await reportProblem(platform, error);
}
/** Shows what ended a run that has no report: log, summary and outputs; none of them can hide another. */
async function reportProblem(platform, thrown) {
    const problem = describeProblem(thrown);
    await (0,_reporters_js__WEBPACK_IMPORTED_MODULE_3__/* .runReporters */ .U)(platform, [
        { name: "error message", run: () => platform.error(problemText(problem)) },
        {
            name: "job summary",
            run: async () => {
                const { renderProblem } = await Promise.all(/* import() */[__nccwpck_require__.e(444), __nccwpck_require__.e(910)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8910));
                await platform.writeSummary(renderProblem(problem));
            },
        },
        { name: "step outputs", run: () => platform.setOutputs((0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .outputsWithoutRun */ .M5)()) },
    ]);
}
/** Headline, indented details, remedy. */
function problemText({ headline, details, remedy }) {
    return [headline, ...details.map((detail) => `  - ${detail}`), ...(remedy === null ? [] : [remedy])].join("\n");
}
/** The chain of causes, without those that only repeat what was said before. */
function causesOf(thrown) {
    const said = [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)];
    let cause = thrown instanceof Error ? thrown.cause : undefined;
    for (let depth = 0; cause !== undefined && cause !== null && depth < 5; depth += 1) {
        const message = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause);
        if (!said.some((earlier) => earlier.includes(message)))
            said.push(message);
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return said.slice(1);
}
function asSentence(text) {
    return /[.!?:;]$/.test(text) ? text : `${text}.`;
}


/***/ }),

/***/ 23548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ outputsOf),
  M5: () => (/* binding */ outputsWithoutRun)
});

// UNUSED EXPORTS: outputs

;// CONCATENATED MODULE: ./build/stage/src/model/conclusion.js
/** What the stages of one module come to: the worst of them, in the order in which the run itself is judged. One that only warns does not count. */
function moduleConclusion(stages) {
    const has = (status) => stages.some((stage) => stage.status === status);
    if (has("cancelled"))
        return "cancelled";
    if (has("errored"))
        return "error";
    return has("failed") || has("blocked") ? "failure" : "success";
}

// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __nccwpck_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __nccwpck_require__(66055);
;// CONCATENATED MODULE: ./build/stage/src/report/outputs.js



/** Outputs have to stay far below 1 MB per job, so a reason says its first words only. */
const maxReason = 200;
/** The outputs of the step, in the order in which the documentation lists them: the only list there is. */
const outputs = {
    conclusion: {
        description: "`success`, `failure` (a check failed), `error` (wrong inputs, or the engine or environment broke) or `cancelled`.",
        value: ({ conclusion }) => conclusion,
        withoutRun: "error",
    },
    engine: {
        description: "What executed the stages: a name that the input `engine` takes.",
        value: ({ engine }) => engine.name,
        withoutRun: "",
    },
    "total-coverage": {
        description: "Percentage of covered statements with one decimal, rounded as Go does; empty when there is none.",
        value: ({ totals }) => decimal(totals.coverage?.percent ?? null),
        withoutRun: "",
    },
    "tests-passed": {
        description: "Number of tests that passed, subtests included.",
        value: ({ totals }) => `${totals.tests?.passed ?? 0}`,
        withoutRun: "0",
    },
    "tests-failed": {
        description: "Number of tests that failed, subtests included; those that a crash elsewhere or a time limit interrupted are not among them.",
        value: ({ totals }) => `${totals.tests?.failed ?? 0}`,
        withoutRun: "0",
    },
    "tests-skipped": {
        description: "Number of tests that were skipped, subtests included.",
        value: ({ totals }) => `${totals.tests?.skipped ?? 0}`,
        withoutRun: "0",
    },
    modules: {
        description: "Every module as JSON: dir, path, goVersion, conclusion, tests (passed, failed, skipped) and coverage in percent; null where there is none.",
        value: (report) => JSON.stringify(report.modules.map((module) => moduleOutput(module, report))),
        withoutRun: "[]",
    },
    stages: {
        description: "Every stage with its status, as JSON.",
        value: ({ stages }) => JSON.stringify(stages.map(stageOutput)),
        withoutRun: "[]",
    },
    artifacts: {
        description: "The binaries as JSON: name, os, arch, path, sha256, size.",
        value: ({ artifacts }) => JSON.stringify(artifacts.map(artifactOutput)),
        withoutRun: "[]",
    },
    "image-digest": {
        description: "Digest of the image: of the registry's manifest when it was pushed, else of its configuration.",
        value: ({ image }) => image?.digest ?? image?.configDigest ?? "",
        withoutRun: "",
    },
    "image-tags": {
        description: "References the image was given.",
        // No reference holds a comma.
        value: ({ image }) => (image?.tags ?? []).join(","),
        withoutRun: "",
    },
    "cache-hit": {
        description: "`true` when the caches of a run with the same modules and settings were restored, else `false`.",
        value: ({ cache }) => `${cache?.hit ?? false}`,
        withoutRun: "false",
    },
    report: {
        description: "Path of report.json, the whole result.",
        value: (_, reportPath) => reportPath,
        withoutRun: "",
    },
    "trace-url": {
        description: "Address of the trace at Dagger Cloud, empty without one.",
        value: ({ traceUrl }) => traceUrl ?? "",
        withoutRun: "",
    },
};
/** A report as step outputs. */
function outputsOf(report, reportPath) {
    return valuesOf(({ value }) => value(report, reportPath));
}
/** When nothing was run, there is a conclusion and nothing else. */
function outputsWithoutRun() {
    return valuesOf(({ withoutRun }) => withoutRun);
}
function valuesOf(of) {
    return Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, of(output)]));
}
function decimal(percent) {
    return percent === null ? "" : (0,format/* formatDecimal */.zJ)(percent);
}
function moduleOutput({ dir, path, goVersion, tests, coverage }, { stages }) {
    const conclusion = moduleConclusion(stages.filter(({ module }) => module === dir));
    const percent = coverage?.percent ?? null;
    return {
        ...{ dir, path, goVersion, conclusion },
        tests: tests === null ? null : { passed: tests.passed, failed: tests.failed, skipped: tests.skipped },
        coverage: percent === null ? null : (0,format/* formatDecimal */.zJ)(percent),
    };
}
function stageOutput(stage) {
    const { id, gate, module, variant, status, durationMs, cached, reason } = stage;
    const said = reason === null ? null : (0,clip/* clipEnd */.Oq)(reason, maxReason);
    return { id, gate, module, variant, status, durationMs, cached, reason: said };
}
function artifactOutput({ name, os, arch, variant, path, sha256, size }) {
    return { name, os, arch, ...(variant === null ? {} : { variant }), path, sha256, size };
}


/***/ }),

/***/ 83117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ runReporters)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(71877);
/* harmony import */ var _text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(92077);


/** Runs one after the other; one that breaks becomes a warning and never hides the others. Answers the warnings. */
async function runReporters(platform, reporters) {
    const warnings = [];
    for (const { name, run } of reporters) {
        try {
            await run();
        }
        catch (thrown) {
            const warning = `The ${name} could not be made: ${(0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown))}`;
            warnings.push(warning);
            platform.warning(warning);
        }
    }
    return warnings;
}


/***/ }),

/***/ 84981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ checksumsFile),
/* harmony export */   z: () => (/* binding */ checksumLines)
/* harmony export */ });
/** Name of the file beside binaries that `sha256sum --check` reads. */
const checksumsFile = "checksums.txt";
/** Its lines, as `sha256sum` prints them, sorted by name. */
function checksumLines(files) {
    const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
    return sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}


/***/ }),

/***/ 3349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aB: () => (/* binding */ testReuseOf),
/* harmony export */   dF: () => (/* binding */ beginTests),
/* harmony export */   qW: () => (/* binding */ requireTestReuse)
/* harmony export */ });
/* harmony import */ var _engine_hosted_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(31808);
/* harmony import */ var _engine_release_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(77758);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(71877);
/* harmony import */ var _gates_test_reuse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(13621);
/* harmony import */ var _text_sanitize_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(92077);





/** Throws UsageError when the inputs ask for what the engine cannot do here. */
function requireTestReuse({ config, env }, adapter) {
    const refusal = adapter.keepsNoTests((0,_engine_hosted_js__WEBPACK_IMPORTED_MODULE_3__/* .isHosted */ .O)(env));
    if (config.testReuse !== "true" || refusal === null)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb([
        `test-reuse: "true" cannot be had with engine ${adapter.name} here: ${refusal}; use auto, which reuses results where it can, or false`,
    ]);
}
/** Whether the tests of the run may be left to results of earlier runs. */
function testReuseOf(run, adapter, inspection) {
    const { config, env, platform } = run;
    return (0,_gates_test_reuse_js__WEBPACK_IMPORTED_MODULE_1__/* .testReuse */ .B)({
        config,
        refusal: adapter.keepsNoTests((0,_engine_hosted_js__WEBPACK_IMPORTED_MODULE_3__/* .isHosted */ .O)(env)),
        goflags: inspection.goflags,
        goVersions: inspection.modules.map(({ goVersion }) => goVersion).filter((version) => version !== null),
        release: (0,_engine_release_js__WEBPACK_IMPORTED_MODULE_4__/* .isReleaseRun */ .D)(env),
        pushes: config.docker !== "false" && config.imageOutput !== "default" && config.imageOutput.includes("push"),
        trigger: platform.context,
    });
}
/** Readies sources and caches for the tests of the run. Answers what they are; a machine in which that fails leaves them to go test. */
async function beginTests(run, engine, reuse) {
    const { config, platform, signal } = run;
    if (reuse.mode === "off" || engine.testResults === undefined)
        return reuse;
    const rule = { maxAgeMs: reuse.mode === "full" ? 0 : config.testReuseMaxAge, times: reuse.times };
    const debug = (line) => {
        if (config.logLevel === "debug")
            platform.log((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(`tests: ${line}`));
    };
    try {
        await engine.testResults.begin(rule, debug, signal);
        return reuse;
    }
    catch (error) {
        signal.throwIfAborted();
        const reason = `results of earlier runs could not be made ready: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
        platform.warning((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(`test-reuse: ${reason}`));
        return { mode: "off", reason, times: false };
    }
}


/***/ }),

/***/ 91261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ watchSignals)
/* harmony export */ });
/** How often Ctrl-C has to be pressed until the report is given up. */
const patience = 3;
/**
 * Turns SIGINT and SIGTERM into an abort, so that children stop and a report is still written. GitHub sends SIGINT, 7.5 s later SIGTERM and kills 2.5 s after
 * that; the second one says nothing new. A person who presses Ctrl-C a third time wants the process gone.
 */
function watchSignals(source) {
    const abort = new AbortController();
    let received = 0;
    const listener = () => {
        received += 1;
        abort.abort();
        if (received >= patience)
            source.exit(130);
    };
    source.on("SIGINT", listener);
    source.on("SIGTERM", listener);
    const unwatch = () => {
        source.off("SIGINT", listener);
        source.off("SIGTERM", listener);
    };
    return { signal: abort.signal, unwatch };
}


/***/ }),

/***/ 51834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Oq: () => (/* binding */ clipEnd),
/* harmony export */   U_: () => (/* binding */ clipLines),
/* harmony export */   dp: () => (/* binding */ byteLength),
/* harmony export */   es: () => (/* binding */ clipName),
/* harmony export */   gL: () => (/* binding */ clipText)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(66055);

/** Bytes of a text in UTF-8, the measure of GitHub's limits. */
function byteLength(text) {
    return Buffer.byteLength(text, "utf8");
}
/** Cuts a name in its middle, so that both what it starts and what it ends with can be read. `max` in UTF-16 units. */
function clipName(name, max = 120) {
    if (name.length <= max)
        return name;
    const head = Math.ceil((max - 1) / 2);
    return `${wellFormed(name.slice(0, head))}…${wellFormed(name.slice(name.length - (max - 1 - head)))}`;
}
/** Cuts the end off a text. `max` in UTF-16 units, the ellipsis included. */
function clipEnd(text, max) {
    return text.length <= max ? text : `${wellFormed(text.slice(0, max - 1))}…`;
}
/**
 * Keeps whole lines from both ends, a third from the start (where a failure is named) and the rest from the end (where it shows), with a note between
 * them. A single line that is too long on its own is cut inside.
 */
function clipText(text, { maxLines, maxBytes }) {
    const lines = text.replace(/\n+$/, "").split("\n");
    if (lines.length <= maxLines && byteLength(text) <= maxBytes)
        return lines.join("\n");
    const head = takeLines(lines, Math.floor(maxLines / 3), Math.floor(maxBytes / 3));
    const tail = takeLines(lines.slice(head.length).reverse(), maxLines - head.length, maxBytes - byteLength(head.join("\n")));
    const left = lines.length - head.length - tail.length;
    const note = left === 0 ? [] : [`… ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(left, "line")} left out …`];
    return [...head, ...note, ...tail.reverse()].join("\n");
}
/** The first lines that fit; at least one, cut to the room, so that something is always shown. */
function takeLines(lines, maxLines, maxBytes) {
    const taken = [];
    let room = maxBytes;
    for (const line of lines.slice(0, Math.max(1, maxLines))) {
        const size = byteLength(line) + 1;
        if (size > room) {
            // A character takes at most three bytes per UTF-16 unit.
            if (taken.length === 0)
                taken.push(clipEnd(line, Math.max(2, Math.floor(room / 3))));
            break;
        }
        taken.push(line);
        room -= size;
    }
    return taken;
}
/**
 * The first `head` and the last `tail` lines of a stream, holding no more than `tail` of them, with a note for what stood between.
 */
async function* clipLines(lines, { head, tail, note }) {
    const ring = [];
    let seen = 0;
    for await (const line of lines) {
        if (seen < head)
            yield line;
        else
            ring[(seen - head) % tail] = line;
        seen += 1;
    }
    const left = seen - head - tail;
    if (left > 0)
        yield note(left);
    const start = left > 0 ? (seen - head) % tail : 0;
    yield* ring.slice(start);
    yield* ring.slice(0, start);
}
/** Takes off half a surrogate pair that cutting may leave at either end. */
function wellFormed(text) {
    return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}


/***/ }),

/***/ 47677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ clipWidth),
/* harmony export */   Lf: () => (/* binding */ alignedWidth),
/* harmony export */   b6: () => (/* binding */ aligned),
/* harmony export */   ky: () => (/* binding */ wrapped)
/* harmony export */ });
/* harmony import */ var fast_string_width__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(93223);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(51834);


/** Columns padded by what a terminal shows: wide characters count twice, colours not at all. */
function aligned(rows, indent = "  ") {
    const widths = widthsOf(rows);
    return rows.map((row) => {
        const cells = row.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(cell)));
        return `${indent}${cells.join("  ")}`.trimEnd();
    });
}
/** What the lines of `aligned` take. */
function alignedWidth(rows, indent = "  ") {
    const widths = widthsOf(rows);
    return (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(indent) + widths.reduce((sum, width) => sum + width, 0) + 2 * Math.max(0, widths.length - 1);
}
/** Cuts a name in its middle to what takes at most `max` columns of a terminal. */
function clipWidth(name, max) {
    let clipped = (0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clipName */ .es)(name, max);
    for (let room = max - 1; room > 0 && (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(clipped) > max; room--)
        clipped = (0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clipName */ .es)(name, room);
    return clipped;
}
/** A text as lines of at most `max` characters where it has blanks to break at. */
function wrapped(text, max) {
    const lines = [];
    for (const word of text.split(" ")) {
        const last = lines.at(-1);
        if (last === undefined || last.length + 1 + word.length > max)
            lines.push(word);
        else
            lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines;
}
function widthsOf(rows) {
    const widths = [];
    for (const row of rows) {
        for (const [index, cell] of row.entries())
            widths[index] = Math.max(widths[index] ?? 0, (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(cell));
    }
    return widths;
}


/***/ }),

/***/ 66055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zJ: () => (/* binding */ formatDecimal)
/* harmony export */ });
/** Numbers for people, the same in log, terminal and summary. */
/** `240 ms`, `3.2 s`, `42 s`, `3 min 5 s`, `1 h 3 min`. */
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 9_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3_600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
const byteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];
/** `812 B`, `5.1 MiB`. */
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1_023.95 && unit < byteUnits.length - 1) {
        value /= 1_024;
        unit += 1;
    }
    return `${unit === 0 ? value : value.toFixed(1)} ${byteUnits[unit] ?? ""}`;
}
/**
 * One decimal as Go's `%.1f` prints it: the exact binary value, ties to even. `toFixed` differs only in a tie, which it rounds up, and the only binary fractions
 * that tie at the first decimal are .25 (Go goes down to .2) and .75 (both go up to .8).
 */
function formatDecimal(value) {
    return (value * 4) % 4 === 1 ? `${Math.floor(value)}.2` : value.toFixed(1);
}
/** `83.3 %`; an en dash when there is nothing to count. */
function formatPercent(percent) {
    return percent === null ? "–" : `${formatDecimal(percent)} %`;
}
/** `1 test`, `2 tests`. */
function plural(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}
/** The first names of a list, at most `most`, and how many more there are: `a, b, and 3 more`. */
function firstOf(names, most) {
    const more = names.length - most;
    return names.slice(0, most).join(", ") + (more > 0 ? `, and ${more} more` : "");
}


/***/ }),

/***/ 73282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ globMatcher),
  k: () => (/* binding */ pathMatcher)
});

// EXTERNAL MODULE: ./node_modules/brace-expansion/dist/esm/index.js + 1 modules
var esm = __nccwpck_require__(9540);
;// CONCATENATED MODULE: ./node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
// One digit, or a class of digits from a to b.
const digit = (a, b) => a === b ?
    { t: 'lit', ch: String(a) }
    : { t: 'class', re: new RegExp(`^[${a}-${b}]$`) };
const prefix = (d, alts) => alts.map(s => [digit(d, d), ...s]);
// The digit strings from a to b, which have the same length.
const fixed = (a, b) => {
    if (!a)
        return [[]];
    let lo = +a[0];
    let hi = +b[0];
    const ra = a.slice(1);
    const rb = b.slice(1);
    if (lo === hi)
        return prefix(lo, fixed(ra, rb));
    const zeros = '0'.repeat(ra.length);
    const nines = '9'.repeat(ra.length);
    const out = [];
    if (ra !== zeros)
        out.push(...prefix(lo++, fixed(ra, nines)));
    const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
    if (lo <= hi) {
        out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
    }
    out.push(...last);
    return out;
};
// The numbers from a to b, where 0 <= a <= b. If width is set, each
// one has leading zeros to make it that many digits.
const nonneg = (a, b, width) => {
    if (width) {
        return fixed(String(a).padStart(width, '0'), String(b).padStart(width, '0'));
    }
    const out = [];
    for (let len = String(a).length; len <= String(b).length; len++) {
        const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
        const hi = Math.min(b, 10 ** len - 1);
        out.push(...fixed(String(lo), String(hi)));
    }
    return out;
};
/**
 * The strings that the bash brace expansion `{lo..hi}` makes, as
 * the alternatives of an `@(...)` extglob. Each one is a sequence of
 * digits and digit classes, so there are only a few of them, even for
 * a large range.
 *
 * If either end has a leading zero, such as `{01..10}`, each number
 * has leading zeros to make it as long as the longer end, counting a
 * `-` sign. So `{-05..3}` makes `-05` to `-01`, then `000` to `003`.
 *
 * Returns undefined if either end is not a safe integer.
 */
const numericRange = (loStr, hiStr) => {
    let lo = Number(loStr);
    let hi = Number(hiStr);
    if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi))
        return;
    if (lo > hi)
        [lo, hi] = [hi, lo];
    const padded = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr);
    const width = padded ? Math.max(loStr.length, hiStr.length) : 0;
    const out = [];
    if (lo < 0) {
        const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
        out.push(...neg.map(s => [{ t: 'lit', ch: '-' }, ...s]));
    }
    if (hi >= 0)
        out.push(...nonneg(Math.max(lo, 0), hi, width));
    return out;
};
//# sourceMappingURL=numeric-range.js.map
;// CONCATENATED MODULE: ./node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
// translate the various posix character classes into unicode properties
// this works across all unicode locales
// { <posix class>: [<translation>, negated]
const posixClasses = {
    '[:alnum:]': ['\\p{L}\\p{Nl}\\p{Nd}'],
    '[:alpha:]': ['\\p{L}\\p{Nl}'],
    '[:ascii:]': ['\\x' + '00-\\x' + '7f'],
    '[:blank:]': ['\\p{Zs}\\t'],
    '[:cntrl:]': ['\\p{Cc}'],
    '[:digit:]': ['\\p{Nd}'],
    '[:graph:]': ['\\p{Z}\\p{C}', true],
    '[:lower:]': ['\\p{Ll}'],
    '[:print:]': ['\\p{C}', true],
    '[:punct:]': ['\\p{P}\\p{S}'],
    '[:space:]': ['\\p{Z}\\t\\r\\n\\v\\f'],
    '[:upper:]': ['\\p{Lu}'],
    '[:word:]': ['\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}'],
    '[:xdigit:]': ['A-Fa-f0-9'],
};
// only need to escape a few things inside of brace expressions
// escapes: [ \ ] -
const braceEscape = (s) => s.replace(/[[\]\\-]/g, '\\$&');
const noMatch = /$./;
// Takes a glob string at a posix brace expression. Returns a RegExp
// that tests one character, and the number of glob chars consumed.
// If the class is not closed, consumed is 0, and the `[` must be
// treated as a literal character.
// Out of order ranges are removed. If nothing is left, the RegExp
// is `/$./`, and the rest of the glob is consumed, so that the
// whole glob cannot match.
const parseClass = (glob, position, nocase = false, form) => {
    // normalize one class member, if it stays one code point
    const norm = (c) => {
        const n = form ? c.normalize(form) : c;
        return [...n].length === 1 ? n : c;
    };
    const pos = position;
    /* c8 ignore start */
    if (glob.charAt(pos) !== '[') {
        throw new Error('not in a brace expression');
    }
    /* c8 ignore stop */
    const ranges = [];
    const negs = [];
    let i = pos + 1;
    let sawStart = false;
    let escaping = false;
    let negate = false;
    let endPos = pos;
    let rangeStart = '';
    WHILE: while (i < glob.length) {
        const c = String.fromCodePoint(glob.codePointAt(i));
        if ((c === '!' || c === '^') && i === pos + 1) {
            negate = true;
            i++;
            continue;
        }
        if (c === ']' && sawStart && !escaping) {
            endPos = i + 1;
            break;
        }
        sawStart = true;
        if (c === '\\') {
            if (!escaping) {
                escaping = true;
                i++;
                continue;
            }
            // escaped \ char, fall through and treat like normal char
        }
        if (c === '[' && !escaping) {
            // either a posix class, a collation equivalent, or just a [
            for (const [cls, [unip, neg]] of Object.entries(posixClasses)) {
                if (glob.startsWith(cls, i)) {
                    // invalid, [a-[] is fine, but not [a-[:alpha]]
                    if (rangeStart) {
                        return [noMatch, glob.length - pos];
                    }
                    i += cls.length;
                    if (neg)
                        negs.push(unip);
                    else
                        ranges.push(unip);
                    continue WHILE;
                }
            }
        }
        // now it's just a normal character, effectively
        escaping = false;
        const n = norm(c);
        if (rangeStart) {
            // throw this range away if it's not valid, but others
            // can still match.
            if (n.codePointAt(0) > rangeStart.codePointAt(0)) {
                ranges.push(braceEscape(rangeStart) + '-' + braceEscape(n));
            }
            else if (n === rangeStart) {
                ranges.push(braceEscape(n));
            }
            rangeStart = '';
            i += c.length;
            continue;
        }
        // now might be the start of a range.
        // can be either c-d or c-] or c<more...>] or c] at this point
        if (glob.startsWith('-]', i + c.length)) {
            ranges.push(braceEscape(n + '-'));
            i += c.length + 1;
            continue;
        }
        if (glob.startsWith('-', i + c.length)) {
            rangeStart = n;
            i += c.length + 1;
            continue;
        }
        // not the start of a range, just a single character
        ranges.push(braceEscape(n));
        i += c.length;
    }
    if (endPos < i) {
        // didn't see the end of the class, not a valid class,
        // but might still be valid as a literal match.
        return [noMatch, 0];
    }
    // if we got no ranges and no negates, then we have a range that
    // cannot possibly match anything, and that poisons the whole glob
    if (!ranges.length && !negs.length) {
        return [noMatch, glob.length - pos];
    }
    const sranges = '[' + (negate ? '^' : '') + ranges.join('') + ']';
    const snegs = '[' + (negate ? '' : '^') + negs.join('') + ']';
    const comb = '^' +
        (ranges.length && negs.length ? '(' + sranges + '|' + snegs + ')'
            : ranges.length ? sranges
                : snegs);
    return [new RegExp(comb, nocase ? 'iu' : 'u'), endPos - pos];
};
//# sourceMappingURL=parse-class.js.map
;// CONCATENATED MODULE: ./node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js


// the end of the pattern, or of a negated sub-pattern
const MATCH = { t: 'match', id: 0 };
const extTypes = '!?+*@';
const lit = (ch) => ({ t: 'lit', ch });
const reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
// a RegExp that only matches `s`, with unicode case folding
const newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, 'iu');
// foldRe for one literal char. The same chars are in most patterns,
// so keep them. A RegExp without the `g` or `y` flag has no state to
// share.
const foldCache = new Map();
const foldRe = (ch) => {
    let re = foldCache.get(ch);
    if (!re) {
        re = newFoldRe(ch);
        if (foldCache.size >= 1000)
            foldCache.clear();
        foldCache.set(ch, re);
    }
    return re;
};
const litMatch = (l, c) => {
    if (c === l.ch)
        return true;
    if (!l.re)
        return false;
    const code = c.charCodeAt(0);
    if (code >= 128)
        return l.re.test(c);
    const ascii = (l.ascii ??= new Uint8Array(128));
    ascii[code] ||= l.re.test(c) ? 1 : 2;
    return ascii[code] === 1;
};
const tokenize = (p, nocase, noext, form, mark) => {
    const toks = [];
    for (let i = 0; i < p.length;) {
        const c = String.fromCodePoint(p.codePointAt(i));
        if (mark) {
            // a \ before a range would only escape its first char
            const m = c === '\\' && p.startsWith(mark, i + 1) ? 1 : 0;
            if (m || c === mark) {
                const start = i + m + mark.length;
                const end = p.indexOf(mark, start);
                const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
                const alts = end !== -1 && r && numericRange(r[1], r[2]);
                if (alts) {
                    toks.push({ t: 'ext', type: '@', alts });
                    i = end + mark.length;
                    continue;
                }
            }
        }
        if (c === '\\') {
            // a trailing \ is a literal \
            const e = p.codePointAt(i + 1);
            const ch = e === undefined ? c : String.fromCodePoint(e);
            toks.push(lit(ch));
            i += 1 + ch.length;
            continue;
        }
        if (c === '[') {
            const [re, consumed] = parseClass(p, i, nocase, form);
            if (consumed) {
                toks.push({ t: 'class', re });
                i += consumed;
                continue;
            }
        }
        if (!noext && extTypes.includes(c) && p[i + 1] === '(') {
            toks.push({ t: 'open', type: c });
            i += 2;
            continue;
        }
        toks.push(!noext && c === '|' ? { t: 'bar' }
            : !noext && c === ')' ? { t: 'close' }
                : c === '*' ? { t: 'star' }
                    : c === '?' ? { t: 'any' }
                        : lit(c));
        i += c.length;
    }
    return toks;
};
// map each open token index to the index of its close token
const pair = (toks) => {
    const pairs = new Map();
    const stack = [];
    toks.forEach((tok, i) => {
        if (tok.t === 'open')
            stack.push(i);
        else if (tok.t === 'close' && stack.length)
            pairs.set(stack.pop(), i);
    });
    return pairs;
};
// build the alternatives between start and end. An open token that
// is not closed is never inside a closed extglob, so bar and close
// tokens are only literal at the top level.
const build = (toks, pairs, start, end, top) => {
    let seq = [];
    const alts = [seq];
    for (let i = start; i < end; i++) {
        const tok = toks[i];
        const close = pairs.get(i);
        if (tok.t === 'open' && close !== undefined) {
            const sub = build(toks, pairs, i + 1, close, false);
            seq.push({ t: 'ext', type: tok.type, alts: sub });
            i = close;
        }
        else if (tok.t === 'bar' && !top) {
            alts.push((seq = []));
        }
        else if (tok.t === 'open') {
            seq.push(lit(tok.type), lit('('));
        }
        else if (tok.t === 'bar') {
            seq.push(lit('|'));
        }
        else if (tok.t === 'close') {
            seq.push(lit(')'));
        }
        else {
            seq.push(tok);
        }
    }
    return alts;
};
// normalize each run of literal chars as one string, so that a char
// and the combining marks after it compose (or decompose) together.
// Syntax is already parsed, so a char that normalizes to a syntax
// char (such as full-width `＊` in NFKC) stays a literal.
const normalize = (items, form) => {
    const out = [];
    let run = '';
    const flush = () => {
        for (const ch of run.normalize(form))
            out.push(lit(ch));
        run = '';
    };
    for (const it of items) {
        if (it.t === 'lit') {
            run += it.ch;
            continue;
        }
        flush();
        out.push(it.t === 'ext' ?
            { ...it, alts: it.alts.map(a => normalize(a, form)) }
            : it);
    }
    flush();
    return out;
};
// the start node, and the number of node ids. Ids are dense, from 0
// for the match node.
const compile = (items, nocase) => {
    let id = 1;
    const split = (out) => ({ t: 'split', id: id++, out });
    const seq = (items, next) => items.reduceRight((next, it) => item(it, next), next);
    const item = (it, next) => {
        switch (it.t) {
            case 'lit':
                const re = nocase ? foldRe(it.ch) : undefined;
                return { t: 'lit', id: id++, ch: it.ch, re, next };
            case 'any':
            case 'star':
                return { t: it.t, id: id++, next };
            case 'class':
                return { t: 'class', id: id++, re: it.re, next };
        }
        const alts = (next) => it.alts.map(a => seq(a, next));
        switch (it.type) {
            case '@':
                return split(alts(next));
            case '?':
                return split([next, ...alts(next)]);
            case '!':
                return { t: 'neg', id: id++, sub: split(alts(MATCH)), next };
        }
        // * and +, loop back after each match
        const after = split([]);
        const entry = split(alts(after));
        after.out.push(next, entry);
        return it.type === '*' ? after : entry;
    };
    const start = seq(items, MATCH);
    return [start, id];
};
// one line per node, in the order that a walk from the start
// reaches them. Edges point to node ids. The nodes of a negated
// sub-pattern are indented under their negation.
const show = (start) => {
    const lines = [];
    const seen = new Set();
    const ref = (n) => (n.t === 'match' ? 'match' : String(n.id));
    const walk = (n, indent) => {
        if (n.t === 'match' || seen.has(n))
            return;
        seen.add(n);
        const line = (desc) => lines.push(`${indent}${n.id}: ${desc}`);
        switch (n.t) {
            case 'split':
                line(`split -> ${n.out.map(ref).join(', ')}`);
                for (const o of n.out)
                    walk(o, indent);
                return;
            case 'neg':
                line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
                walk(n.sub, indent + '  ');
                return walk(n.next, indent);
            case 'lit':
                line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
                break;
            case 'class':
                line(`${n.re} -> ${ref(n.next)}`);
                break;
            default:
                line(`${n.t === 'any' ? '?' : '*'} -> ${ref(n.next)}`);
        }
        walk(n.next, indent);
    };
    walk(start, '');
    return [`start -> ${ref(start)}`, ...lines].join('\n');
};
// The threads at one position in the string. Each node thread is
// only kept once, and runs with the same state are only kept once,
// so that identical threads merge. The match node is not in
// `threads`, because it can not step. It sets `match` instead.
class State {
    // set by the Sim, to mark the nodes that this state has
    gen;
    threads = [];
    match = false;
    runs = [];
    // the sorted ids of the threads, with 0 for a match, once the
    // state is done
    ids = [];
    constructor(gen) {
        this.gen = gen;
    }
    // no threads, so nothing more can match
    get dead() {
        return !this.threads.length && !this.match && !this.runs.length;
    }
}
// true if the two states hold the same threads
const sameState = (a, b) => {
    if (a.ids.length !== b.ids.length)
        return false;
    if (a.runs.length !== b.runs.length)
        return false;
    if (a.ids.some((id, i) => id !== b.ids[i]))
        return false;
    return a.runs.every(r => b.runs.some(o => o.neg === r.neg && sameState(o.state, r.state)));
};
const marks = (size) => ({
    has: new Float64Array(size),
    seen: new Float64Array(size),
    gen: 0,
});
class Sim {
    // `.` and `..` only match literal dots, even with `dot:true`
    dots;
    // the string starts with `.`, and `dot:true` is not set
    dotStart;
    #marks;
    constructor(dots, dotStart, marks) {
        this.dots = dots;
        this.dotStart = dotStart;
        this.#marks = marks;
    }
    state() {
        return new State(++this.#marks.gen);
    }
    // sort the ids of a state, once it has all of its threads
    done(state) {
        state.ids = state.threads.map(n => n.id).sort((a, b) => a - b);
        if (state.match)
            state.ids.unshift(MATCH.id);
        return state;
    }
    // true the first time that the state walks through the node, so
    // that loops in the graph stop
    #visit(state, node) {
        const { seen } = this.#marks;
        if (seen[node.id] === state.gen)
            return false;
        seen[node.id] = state.gen;
        return true;
    }
    #addThread(state, node) {
        const { has } = this.#marks;
        if (has[node.id] === state.gen)
            return false;
        has[node.id] = state.gen;
        state.threads.push(node);
        return true;
    }
    // wildcards only match a leading dot if `dot:true`. In a negated
    // sub-pattern, this does not apply, because the negation itself
    // can not match a leading dot.
    restricted(i, top) {
        return top && (this.dots || (this.dotStart && i === 0));
    }
    add(state, node, i, top) {
        switch (node.t) {
            case 'split':
                if (!this.#visit(state, node))
                    return;
                for (const o of node.out)
                    this.add(state, o, i, top);
                return;
            case 'neg':
                if (!this.#visit(state, node))
                    return;
                const sub = this.state();
                this.add(sub, node.sub, i, false);
                this.done(sub);
                return this.addRun(state, { t: 'run', neg: node, state: sub }, i, top);
            case 'star':
                // a * can not start a dotfile, even if it matches nothing
                if (this.restricted(i, top))
                    return;
                if (this.#addThread(state, node))
                    this.add(state, node.next, i, top);
                return;
            case 'match':
                state.match = true;
                return;
            default:
                this.#addThread(state, node);
        }
    }
    addRun(state, run, i, top) {
        for (const r of state.runs) {
            if (r.neg === run.neg && sameState(r.state, run.state))
                return;
        }
        state.runs.push(run);
        if (!run.state.match) {
            this.add(state, run.neg.next, i, top);
        }
    }
    // the threads after char `c`, at index `i`
    step(state, c, i, top) {
        const next = this.state();
        for (const th of state.threads) {
            switch (th.t) {
                case 'lit':
                    if (litMatch(th, c)) {
                        this.add(next, th.next, i + 1, top);
                    }
                    break;
                case 'any':
                    if (!this.restricted(i, top))
                        this.add(next, th.next, i + 1, top);
                    break;
                case 'class':
                    if (!this.restricted(i, top) && th.re.test(c)) {
                        this.add(next, th.next, i + 1, top);
                    }
                    break;
                case 'star':
                    if (!this.restricted(i, top))
                        this.add(next, th, i + 1, top);
            }
        }
        if (!this.restricted(i, top)) {
            for (const run of state.runs) {
                // a sub-pattern with no threads can not match again, so the
                // run stays the same
                if (run.state.dead) {
                    this.addRun(next, run, i + 1, top);
                    continue;
                }
                const sub = this.step(run.state, c, i, false);
                this.addRun(next, { t: 'run', neg: run.neg, state: sub }, i + 1, top);
            }
        }
        return this.done(next);
    }
}
// A canonical key for the threads in a state. States with the same
// key hold the same threads, so they match the same strings.
const stateKey = (state) => {
    const ids = state.ids.join();
    if (!state.runs.length)
        return ids;
    const runs = state.runs.map(r => `${r.neg.id}(${stateKey(r.state)})`);
    return `${ids}|${runs.sort().join('|')}`;
};
// The cache can hold about this many chars of state keys and
// transitions. When it is full, it is cleared, so that a pattern
// can not use an unbounded amount of memory.
const DFA_BUDGET = 1 << 18;
// A cache of the states that the simulation reaches, built as the
// matcher is used. Each char of a string is then one Map lookup,
// once the states that it leads to are known.
//
// The dot rules only restrict the first char of a dotfile (strings
// that are only `.` or `..` do not use the cache). So a dotfile
// starts at its own state, which takes its first step with the
// restriction, and every other state takes steps without it.
class Dfa {
    #start;
    #states = new Map();
    #size = 0;
    #plain;
    #dotStart;
    #sim;
    #dotSim;
    constructor(start, marks) {
        this.#start = start;
        this.#sim = new Sim(false, false, marks);
        this.#dotSim = new Sim(false, true, marks);
    }
    #make(state) {
        return {
            state,
            match: state.match,
            dead: state.dead,
            next: new Map(),
        };
    }
    #intern(state) {
        const key = stateKey(state);
        const found = this.#states.get(key);
        if (found)
            return found;
        if (this.#size > DFA_BUDGET)
            this.#clear();
        const d = this.#make(state);
        this.#states.set(key, d);
        this.#size += key.length + 1;
        return d;
    }
    #clear() {
        this.#states.clear();
        this.#size = 0;
        this.#plain = undefined;
        this.#dotStart = undefined;
    }
    start(dotStart) {
        if (dotStart) {
            if (this.#dotStart)
                return this.#dotStart;
            const state = this.#dotSim.state();
            this.#dotSim.add(state, this.#start, 0, true);
            return (this.#dotStart = this.#make(this.#dotSim.done(state)));
        }
        if (this.#plain)
            return this.#plain;
        const state = this.#sim.state();
        this.#sim.add(state, this.#start, 0, true);
        return (this.#plain = this.#intern(this.#sim.done(state)));
    }
    // the next state, after a miss in `d.ascii`
    next(d, c) {
        const code = c.charCodeAt(0);
        const found = code < 128 ? undefined : d.next.get(c);
        if (found)
            return found;
        // the dotfile start is not in the cache, so it is never shared
        const n = d === this.#dotStart ?
            this.#intern(this.#dotSim.step(d.state, c, 0, true))
            : this.#intern(this.#sim.step(d.state, c, 1, true));
        if (code < 128) {
            if (!d.ascii) {
                d.ascii = new Array(128);
                this.#size += 128;
            }
            d.ascii[code] = n;
        }
        else {
            d.next.set(c, n);
        }
        this.#size++;
        return n;
    }
}
// the nodes in order, if the graph is a single chain
const linear = (start) => {
    const nodes = [];
    for (let n = start; n.t !== 'match'; n = n.next) {
        if (n.t === 'split' || n.t === 'neg')
            return undefined;
        nodes.push(n);
    }
    return nodes;
};
// Match a chain of nodes. Each node other than `*` matches exactly
// one char, so on a failure it is enough to go back to the last `*`
// and let it match one more char. This takes at most
// nodes.length * chars.length steps.
const testLinear = (nodes, chars, start, end) => {
    let ni = 0;
    let ci = start;
    let starNi = -1;
    let starCi = 0;
    while (ci < end) {
        const n = nodes[ni];
        if (n?.t === 'star') {
            starNi = ni++;
            starCi = ci;
            continue;
        }
        const c = chars[ci];
        if (n &&
            (n.t === 'any' ||
                (n.t === 'lit' && litMatch(n, c)) ||
                (n.t === 'class' && n.re.test(c)))) {
            ni++;
            ci++;
            continue;
        }
        if (starNi === -1)
            return false;
        ni = starNi + 1;
        ci = ++starCi;
    }
    while (nodes[ni]?.t === 'star')
        ni++;
    return ni === nodes.length;
};
// The least and most chars that the items can match. These are only
// bounds: a negation can match a string of any length, so it counts
// as 0 to Infinity.
const lengths = (items) => {
    let min = 0;
    let max = 0;
    for (const it of items) {
        const [lo, hi] = itemLengths(it);
        min += lo;
        max += hi;
    }
    return [min, max];
};
const itemLengths = (it) => {
    if (it.t === 'star')
        return [0, Infinity];
    if (it.t !== 'ext')
        return [1, 1];
    if (it.type === '!')
        return [0, Infinity];
    const alts = it.alts.map(lengths);
    const min = Math.min(...alts.map(a => a[0]));
    const max = Math.max(...alts.map(a => a[1]));
    // a loop of alternatives that only match the empty string is empty
    const loop = max === 0 ? 0 : Infinity;
    return (it.type === '@' ? [min, max]
        : it.type === '?' ? [0, max]
            : it.type === '*' ? [0, loop]
                : [min, loop]);
};
// true if the chars from `start` match the literals
const hasAffix = (lits, chars, start) => {
    for (let j = 0; j < lits.length; j++) {
        if (!litMatch(lits[j], chars[start + j]))
            return false;
    }
    return true;
};
// a `/`, or half of a surrogate pair
const slashOrSurrogate = /[/\ud800-\udfff]/;
const surrogate = /[\ud800-\udfff]/;
// a string can be indexed by code point, unless it has surrogate
// pairs
const codePoints = (s) => surrogate.test(s) ? [...s] : s;
const noSlash = (s) => {
    if (s.includes('/')) {
        throw new Error('can only match a single path portion, got: ' + s);
    }
};
class Matcher {
    pattern;
    options;
    #start;
    // the number of node ids
    #size;
    #marks;
    // the Sim for strings that are only `.` or `..`
    #dotsSim;
    // the string to compare, if the pattern has no magic. With
    // `nocase:true`, the RegExp that folds case is made when it is
    // first used.
    #literal;
    #literalFold = false;
    #literalRe;
    // the nodes between the prefix and suffix, if the graph is a
    // single chain
    #linear;
    // the linear nodes are only `*` and `?`, so the length bounds and
    // the prefix and suffix decide the match
    #wild = false;
    // the least and most chars that a match can have
    #min = 0;
    #max = Infinity;
    // the literals that a match must start and end with. Each one
    // matches exactly one char, and they are distinct items in the
    // pattern, so a string that does not have them can not match.
    #prefix = [];
    #suffix = [];
    // the prefix and suffix as strings, if they do not fold case
    #prefixStr;
    #suffixStr;
    // there is a prefix or suffix to check
    #affix = false;
    #dfa;
    #form;
    constructor(pattern, options = {}) {
        if (pattern.includes('/')) {
            throw new Error('can only match a single path portion, got pattern: ' + pattern);
        }
        this.pattern = pattern;
        this.options = options;
        const { nocase = false, noext = false, normalize: n } = options;
        this.#form = n === true ? 'NFC' : n || undefined;
        // a pattern that is only an empty extglob is a literal string,
        // except for `!()`, which matches any non-empty string
        const literal = /^[?*+@]\(\)$/.test(pattern);
        const toks = tokenize(pattern, nocase, noext || literal, this.#form, options.rangeMark);
        let [items] = build(toks, pair(toks), 0, toks.length, true);
        if (this.#form)
            items = normalize(items, this.#form);
        const [start, size] = compile(items, nocase);
        this.#start = start;
        this.#size = size;
        if (items.every(it => it.t === 'lit')) {
            this.#literal = items.map(it => it.ch).join('');
            this.#literalFold = nocase;
        }
        else {
            const lit = (it) => it.t !== 'lit' ? undefined
                : nocase ? { ch: it.ch, re: foldRe(it.ch) }
                    : { ch: it.ch };
            for (const it of items) {
                const l = lit(it);
                if (!l)
                    break;
                this.#prefix.push(l);
            }
            for (let j = items.length - 1; j >= 0; j--) {
                const l = lit(items[j]);
                if (!l)
                    break;
                this.#suffix.unshift(l);
            }
            this.#affix = !!(this.#prefix.length || this.#suffix.length);
            if (!nocase) {
                this.#prefixStr = this.#prefix.map(l => l.ch).join('');
                this.#suffixStr = this.#suffix.map(l => l.ch).join('');
            }
            this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || undefined);
            this.#wild = !!this.#linear?.every(n => n.t === 'star' || n.t === 'any');
            const [min, max] = lengths(items);
            this.#min = min;
            this.#max = max;
        }
    }
    test(s) {
        // The `/` check uses the string as given, so with normalization it
        // is a separate step. Otherwise, one scan finds both a `/` and the
        // surrogate pairs that stop the string being indexed by code point.
        if (this.#form) {
            noSlash(s);
            return this.#test(s.normalize(this.#form));
        }
        if (slashOrSurrogate.test(s)) {
            noSlash(s);
            return this.#test(s, [...s]);
        }
        return this.#test(s, s);
    }
    /**
     * The same as {@link Matcher#test}, but the string is not checked
     * for `/` chars, so the result for a string that has one is not
     * defined. Only use it for a string that is known to be one path
     * portion, such as a part of a path that was split on `/`. It can
     * be faster, because some patterns do not need to look at each char
     * of the string.
     */
    testUnchecked(s) {
        return this.#test(this.#form ? s.normalize(this.#form) : s);
    }
    // Test a string that has no `/`. `chars` indexes it by code point.
    // If it is not given, it is only found if a step needs it.
    #test(s, chars) {
        if (this.#literal !== undefined) {
            return this.#literalFold ?
                (this.#literalRe ??= newFoldRe(this.#literal)).test(s)
                : s === this.#literal;
        }
        // the length check means that the prefix and suffix do not
        // overlap. Without the chars, the length in code points is from
        // half of the UTF-16 length (if each one is a surrogate pair) to
        // all of it, which is often enough to know.
        const min = this.#min;
        const max = this.#max;
        if (chars === undefined) {
            const most = s.length;
            const least = (most + 1) >> 1;
            if (most < min || least > max)
                return false;
            if (least < min || most > max)
                chars = codePoints(s);
        }
        if (chars !== undefined &&
            (chars.length < min || chars.length > max)) {
            return false;
        }
        const prefix = this.#prefix.length;
        if (this.#affix) {
            if (this.#prefixStr !== undefined && this.#suffixStr !== undefined) {
                if (!s.startsWith(this.#prefixStr) ||
                    !s.endsWith(this.#suffixStr)) {
                    return false;
                }
            }
            else {
                chars ??= codePoints(s);
                const end = chars.length - this.#suffix.length;
                if (!hasAffix(this.#prefix, chars, 0) ||
                    !hasAffix(this.#suffix, chars, end)) {
                    return false;
                }
            }
        }
        const dotStart = !this.options.dot && s.startsWith('.');
        if (this.#linear) {
            // `.` and `..` only match literal dots, even with `dot:true`
            if (s === '.' || s === '..')
                return false;
            // only a literal can match the leading dot. A `*` can not
            // start a dotfile, even if it matches nothing.
            if (dotStart && !prefix)
                return false;
            if (this.#wild)
                return true;
            chars ??= codePoints(s);
            const end = chars.length - this.#suffix.length;
            return testLinear(this.#linear, chars, prefix, end);
        }
        chars ??= codePoints(s);
        if (s === '.' || s === '..') {
            this.#marks ??= marks(this.#size);
            const sim = (this.#dotsSim ??= new Sim(true, false, this.#marks));
            const start = sim.state();
            sim.add(start, this.#start, 0, true);
            let state = sim.done(start);
            for (let i = 0; i < chars.length; i++) {
                state = sim.step(state, chars[i], i, true);
            }
            return state.match;
        }
        this.#marks ??= marks(this.#size);
        const dfa = (this.#dfa ??= new Dfa(this.#start, this.#marks));
        let d = dfa.start(dotStart);
        // read char codes from the string, so that a one-char string is
        // only made for a cache miss
        const str = chars === s;
        for (let i = 0; i < chars.length; i++) {
            if (d.dead)
                return false;
            const code = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
            d = d.ascii?.[code] ?? dfa.next(d, chars[i]);
        }
        return d.match;
    }
    /** a readable listing of the state machine */
    toString() {
        return show(this.#start);
    }
}
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/assert-valid-pattern.js
const MAX_PATTERN_LENGTH = 1024 * 64;
const assertValidPattern = (pattern) => {
    if (typeof pattern !== 'string') {
        throw new TypeError('invalid pattern');
    }
    if (pattern.length > MAX_PATTERN_LENGTH) {
        throw new TypeError('pattern is too long');
    }
};
//# sourceMappingURL=assert-valid-pattern.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/escape.js
/**
 * Escape all magic characters in a glob pattern.
 *
 * If the {@link MinimatchOptions.windowsPathsNoEscape}
 * option is used, then characters are escaped by wrapping in `[]`, because
 * a magic character wrapped in a character class can only be satisfied by
 * that exact character.  In this mode, `\` is _not_ escaped, because it is
 * not interpreted as a magic character, but instead as a path separator.
 *
 * If the {@link MinimatchOptions.magicalBraces} option is used,
 * then braces (`{` and `}`) will be escaped.
 *
 * A leading `#` or `!` is escaped as well, so that the result is never a
 * comment or a negated pattern. In `windowsPathsNoEscape` mode, a leading
 * `!` is written as `@(!)`, because `[!` starts a negated class.
 */
const escape_escape = (s, { windowsPathsNoEscape = false, magicalBraces = false, } = {}) => {
    // don't need to escape +@! because we escape the parens
    // that make those magic, and escaping ! as [!] isn't valid,
    // because [!]] is a valid glob class meaning not ']'.
    // However, at the start of the pattern, '!' negates the pattern and
    // '#' makes it a comment, so the first character is handled below.
    const e = magicalBraces ?
        windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, '[$&]')
            : s.replace(/[?*()[\]\\{}]/g, '\\$&')
        : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, '[$&]')
            : s.replace(/[?*()[\]\\]/g, '\\$&');
    const c = e.charAt(0);
    if (c === '#') {
        return (windowsPathsNoEscape ? '[#]' : '\\#') + e.slice(1);
    }
    if (c === '!') {
        // '[!]' can not be used, because '[!' starts a negated class, and
        // '\' is a path separator in windowsPathsNoEscape mode. '@(!)'
        // matches only '!'. If extglobs are disabled with `noext`, it
        // matches nothing, rather than everything.
        return (windowsPathsNoEscape ? '@(!)' : '\\!') + e.slice(1);
    }
    return e;
};
//# sourceMappingURL=escape.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/unescape.js
/**
 * Un-escape a string that has been escaped with {@link escape}.
 *
 * If the {@link MinimatchOptions.windowsPathsNoEscape} option is used, then
 * square-bracket escapes are removed, but not backslash escapes.
 *
 * For example, it will turn the string `'[*]'` into `*`, but it will not
 * turn `'\\*'` into `'*'`, because `\` is a path separator in
 * `windowsPathsNoEscape` mode.
 *
 * When `windowsPathsNoEscape` is not set, then both square-bracket escapes and
 * backslash escapes are removed.
 *
 * Slashes (and backslashes in `windowsPathsNoEscape` mode) cannot be escaped
 * or unescaped.
 *
 * When `magicalBraces` is not set, escapes of braces (`{` and `}`) will not be
 * unescaped.
 */
const unescape_unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true, } = {}) => {
    // escape() writes a leading '!' as '@(!)' in windowsPathsNoEscape mode
    if (windowsPathsNoEscape && s.startsWith('@(!)')) {
        return ('!' + unescape_unescape(s.slice(4), { windowsPathsNoEscape, magicalBraces }));
    }
    if (magicalBraces) {
        return windowsPathsNoEscape ?
            s.replace(/\[([^/\\])\]/g, '$1')
            : s
                .replace(/((?!\\).|^)\[([^/\\])\]/g, '$1$2')
                .replace(/\\([^/])/g, '$1');
    }
    return windowsPathsNoEscape ?
        s.replace(/\[([^/\\{}])\]/g, '$1')
        : s
            .replace(/((?!\\).|^)\[([^/\\{}])\]/g, '$1$2')
            .replace(/\\([^/{}])/g, '$1');
};
//# sourceMappingURL=unescape.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/index.js





const DEFAULT_BRACE_EXPAND_MAX = 100_000;
const DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
// avoid the annoying deprecation flag lol
const AWE_KEY = ('allowWindow' + 'sEscape');
const minimatch = (p, pattern, options) => {
    assertValidPattern(pattern);
    // shortcut: comments match nothing.
    if (!options?.nocomment && pattern.charAt(0) === '#') {
        return false;
    }
    return cachedMinimatch(pattern, options).match(p);
};
// The Minimatch objects that minimatch() used most recently, by options
// and then by pattern. When the cache is full, it becomes the old one,
// and the objects used from the old one are moved back to a new one.
// So it keeps 256 to 512 objects.
// The patterns can come from users, so the cache is also bounded by
// the total weight of the objects (see cacheWeight()), and an object
// that is too heavy is never kept. Otherwise a few unique patterns
// with large brace expansions would fill the heap.
let cache = new Map();
let oldCache = new Map();
let cacheSize = 0;
let cacheTotalWeight = 0;
const cacheMax = 256;
const cacheMaxWeight = 1 << 15;
const cacheMaxEntryWeight = 1 << 12;
// About the memory that a compiled object keeps: the pattern and the
// expanded patterns, of which each row in set is made.
const cacheWeight = (mm) => {
    let w = mm.pattern.length;
    for (const s of mm.globSet) {
        w += s.length + 1;
        if (w > cacheMaxEntryWeight)
            break;
    }
    return w;
};
// tsc fails here if a new option is in neither type. Add it to
// optionsKey() too.
const allOptionsKeyed = true;
void allOptionsKeyed;
// 0, 1 or 2 for undefined, falsy or truthy.
const tri = (v) => v === undefined ? 0
    : v ? 2
        : 1;
// The weight of each boolean option's base-3 digit in the key. The
// weights below 24 are for optimizationLevel (1), platform (3) and
// windowsPathsNoEscape (12). tsc fails here if a boolean option is
// not in the list.
const booleanWeights = new Map(Object.keys({
    nobrace: 0,
    nocomment: 0,
    nonegate: 0,
    noglobstar: 0,
    noext: 0,
    nonull: 0,
    partial: 0,
    dot: 0,
    nocase: 0,
    nocaseMagicOnly: 0,
    magicalBraces: 0,
    matchBase: 0,
    flipNegate: 0,
    preserveMultipleSlashes: 0,
    windowsNoMagicRoot: 0,
}).map((k, i) => [k, 24 * 3 ** i]));
// The cache key for a set of options. It is a number, unless an
// option is set to a value that the number can not show, such as
// normalize or an uncommon platform. Then it is a JSON string.
// The defaults give 0, the same key as no options.
// It only reads the keys that are set, so that the speed does not
// depend on the shape of the options object.
const optionsKey = (o) => {
    let n = 0;
    let wpe = false;
    // inherited keys too, because Minimatch reads them
    // oxlint-disable-next-line guard-for-in
    for (const k in o) {
        const v = o[k];
        switch (k) {
            // the same test as the Minimatch constructor
            case 'windowsPathsNoEscape':
                if (v)
                    wpe = true;
                break;
            case AWE_KEY:
                if (v === false)
                    wpe = true;
                break;
            case 'platform': {
                // the same test as the Minimatch constructor
                const p = v || defaultPlatform;
                if (p === defaultPlatform)
                    break;
                if (p === 'darwin')
                    n += 3;
                else if (p === 'win32')
                    n += 6;
                else if (p === 'linux')
                    n += 9;
                else
                    return JSON.stringify(o);
                break;
            }
            case 'optimizationLevel':
                // The same tests as Minimatch: 1 when undefined, then >= 2,
                // >= 1, or else 0. The default level 1 adds 0.
                if (v === undefined)
                    break;
                n +=
                    v >= 2 ? 1
                        : v >= 1 ? 0
                            : 2;
                break;
            case 'braceExpandMax':
                if (v !== undefined && v !== DEFAULT_BRACE_EXPAND_MAX) {
                    return JSON.stringify(o);
                }
                break;
            case 'maxGlobstarRecursion':
                if (v !== undefined && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) {
                    return JSON.stringify(o);
                }
                break;
            case 'normalize':
                if (v !== undefined)
                    return JSON.stringify(o);
                break;
            default:
                // unknown keys have no weight
                n += (booleanWeights.get(k) ?? 0) * tri(v);
        }
    }
    return wpe ? n + 12 : n;
};
// A copy, so a later change to the options can not change it. Unlike
// a spread, it keeps the inherited keys, which optionsKey() and the
// Minimatch constructor also read.
const copyOptions = (o) => {
    const copy = {};
    // oxlint-disable-next-line guard-for-in
    for (const k in o)
        copy[k] = o[k];
    return copy;
};
const cachedMinimatch = (pattern, options) => {
    const key = options ? optionsKey(options) : 0;
    let mm = cache.get(key)?.get(pattern);
    if (mm)
        return mm;
    mm =
        oldCache.get(key)?.get(pattern) ??
            new Minimatch(pattern, copyOptions(options));
    const weight = cacheWeight(mm);
    // too big to keep, so it is compiled again each time
    if (weight > cacheMaxEntryWeight)
        return mm;
    if (cacheSize >= cacheMax ||
        cacheTotalWeight + weight > cacheMaxWeight) {
        oldCache = cache;
        cache = new Map();
        cacheSize = 0;
        cacheTotalWeight = 0;
    }
    let byPattern = cache.get(key);
    if (!byPattern)
        cache.set(key, (byPattern = new Map()));
    byPattern.set(pattern, mm);
    cacheSize++;
    cacheTotalWeight += weight;
    return mm;
};
/* c8 ignore start */
const defaultPlatform = (typeof process === 'object' && process ?
    process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform
    : 'posix');
const path = {
    win32: { sep: '\\' },
    posix: { sep: '/' },
};
/* c8 ignore stop */
const sep = defaultPlatform === 'win32' ? path.win32.sep : path.posix.sep;
minimatch.sep = sep;
const GLOBSTAR = Symbol('globstar **');
minimatch.GLOBSTAR = GLOBSTAR;
const filter = (pattern, options) => {
    let mm;
    return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
const ext = (a, b = {}) => Object.assign({}, a, b);
const defaults = (def) => {
    if (!def || typeof def !== 'object' || !Object.keys(def).length) {
        return minimatch;
    }
    const orig = minimatch;
    const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
    return Object.assign(m, {
        Minimatch: class Minimatch extends orig.Minimatch {
            constructor(pattern, options = {}) {
                super(pattern, ext(def, options));
            }
            static defaults(options) {
                return orig.defaults(ext(def, options)).Minimatch;
            }
        },
        unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
        escape: (s, options = {}) => orig.escape(s, ext(def, options)),
        filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
        defaults: (options) => orig.defaults(ext(def, options)),
        braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
        match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
        sep: orig.sep,
        GLOBSTAR: GLOBSTAR,
    });
};
minimatch.defaults = defaults;
// Brace expansion:
// a{b,c}d -> abd acd
// a{b,}c -> abc ac
// a{0..3}d -> a0d a1d a2d a3d
// a{b,c{d,e}f}g -> abg acdfg acefg
// a{b,c}d{e,f}g -> abdeg acdeg abdeg abdfg
//
// Invalid sets are not expanded.
// a{2..}b -> a{2..}b
// a{b}c -> a{b}c
const braceExpand = (pattern, options = {}) => {
    assertValidPattern(pattern);
    // Thanks to Yeting Li <https://github.com/yetingli> for
    // improving this regexp to avoid a ReDOS vulnerability.
    if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
        // shortcut. no need to expand.
        return [pattern];
    }
    // brace-expansion turns each escaped backslash '\\' into a single '\',
    // which then escapes the next character instead, and can turn an
    // escaped magic character (for example '\\\*') into a live one.
    // Double every pair, so an escaped backslash comes back out still
    // escaped. The parity of each run of backslashes is unchanged.
    let p = pattern.replace(/\\\\/g, '\\\\\\\\');
    // brace-expansion does not know about [...] classes. In
    // windowsPathsNoEscape mode, escape() writes a literal brace as '[{]'
    // or '[}]'. Escape the brace for brace-expansion, which removes that
    // backslash again, leaving '[{]' or '[}]'.
    if (options.windowsPathsNoEscape || options[AWE_KEY] === false) {
        p = p.replace(/\[([{}])\]/g, '[\\$1]');
    }
    return (0,esm/* expand */.fT)(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
// A numeric range with at least this many values is matched as one
// pattern portion, rather than expanded. For a glob walk, that is
// one directory read, in place of a stat for each value.
const RANGE_MIN = 100;
// a {lo..hi} range that is not escaped, and not a ${...} variable
const rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
// true if a range mark in this portion is inside a `!(...)`,
// `*(...)` or `+(...)` extglob. Those repeat or negate their
// contents, so one Matcher for the whole range does not match the
// same strings as the union of one pattern per value. For example,
// `*({1..100})` would match `510` as `5` then `10`, and `!({1..100})`
// would not match `5`, but every expanded pattern except `!(5)` does.
// `@(...)` and `?(...)` are fine: they pick one value at most.
const inRepeatOrNegExt = (portion, mark) => {
    const stack = [];
    for (let i = 0; i < portion.length; i++) {
        const c = portion.charAt(i);
        if (c === '\\') {
            i++;
        }
        else if (c === mark) {
            if (stack.some(t => t !== '@' && t !== '?'))
                return true;
        }
        else if (portion.charAt(i + 1) === '(' && '!?+*@'.includes(c)) {
            stack.push(c);
            i++;
        }
        else if (c === ')') {
            stack.pop();
        }
    }
    return false;
};
const match = (list, pattern, options = {}) => {
    const mm = new Minimatch(pattern, options);
    list = list.filter(f => mm.match(f));
    if (mm.options.nonull && !list.length) {
        list.push(pattern);
    }
    return list;
};
minimatch.match = match;
const globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
// Index of the `]` that closes the class that starts at `start`,
// or -1 if it is not closed. Posix classes such as `[:alpha:]` are
// not skipped, so this can find a `]` before the real end. That
// only makes a class look less like a literal.
const classEnd = (pattern, start) => {
    let i = start + 1;
    if (pattern.charAt(i) === '!' || pattern.charAt(i) === '^')
        i++;
    let sawStart = false;
    for (; i < pattern.length; i++) {
        const c = pattern.charAt(i);
        if (c === ']' && sawStart)
            return i;
        sawStart = true;
        if (c === '\\')
            i++;
    }
    return -1;
};
// If a path portion pattern has no magic, return the string it
// matches. Otherwise, return undefined. This can report magic for
// a pattern that is in fact literal (eg, `[]`), but never the
// reverse, so a string result is always safe to compare directly.
const literal = (pattern, noext) => {
    if (!noext && (pattern === '+()' || pattern === '@()'))
        return pattern;
    let lit = '';
    for (let i = 0; i < pattern.length; i++) {
        const c = pattern.charAt(i);
        if (c === '\\') {
            // a trailing \ is a literal \
            lit += pattern.charAt(++i) || c;
        }
        else if (c === '*' || c === '?') {
            return undefined;
        }
        else if (c === '[') {
            const close = classEnd(pattern, i);
            if (close === -1) {
                // not closed, so the [ is a literal
                lit += c;
                continue;
            }
            // a class of one char, such as `[*]` or `[\b]`, is a literal
            let body = pattern.slice(i + 1, close);
            if (body.startsWith('\\'))
                body = body.slice(1);
            if ([...body].length !== 1 || '!^'.includes(pattern.charAt(i + 1))) {
                return undefined;
            }
            lit += body;
            i = close;
        }
        else if (!noext &&
            '+@!'.includes(c) &&
            pattern.charAt(i + 1) === '(' &&
            pattern.includes(')', i + 2)) {
            return undefined;
        }
        else {
            lit += c;
        }
    }
    return lit;
};
// The matching engine compiles and walks extglobs recursively, so a
// path portion with very many extglobs (nested, such as `*(*(*(a)))`,
// or in a row, such as `?(a)?(a)?(a)`) can exhaust the call stack.
// Portions with more than this many extglobs are rejected.
const MAX_EXTGLOBS = 256;
// The number of extglob openers, such as `*(`, in a path portion
// pattern. Chars in a class are counted too, so this can be more than
// the number of extglobs, but never less.
const extglobCount = (pattern) => {
    let n = 0;
    for (let i = 0; i < pattern.length - 1; i++) {
        const c = pattern.charAt(i);
        if (c === '\\') {
            i++;
        }
        else if ('+@!?*'.includes(c) && pattern.charAt(i + 1) === '(') {
            n++;
            i++;
        }
    }
    return n;
};
const assertValidExtglobs = (pattern) => {
    if (extglobCount(pattern) > MAX_EXTGLOBS) {
        throw new TypeError('pattern has too many extglobs');
    }
};
// True if the portion pattern has the same meaning as an alternative
// inside `@(...)`. It must not have a `|` or `)` that is not in a
// closed extglob (those are literal at the top level), an extglob
// that is not closed (the `)` of the `@(...)` would close it), or a
// trailing `\` (it would escape the next `|`). A pattern that is
// only an empty extglob, such as `?()`, is literal on its own, but
// not in `@(...)`. Posix classes such as `[:alpha:]` can hide a `]`
// from classEnd, so patterns with them are not merged.
const extSafe = (pattern) => {
    if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes('[:'))
        return false;
    let depth = 0;
    for (let i = 0; i < pattern.length; i++) {
        const c = pattern.charAt(i);
        if (c === '\\') {
            if (++i === pattern.length)
                return false;
        }
        else if (c === '[') {
            const close = classEnd(pattern, i);
            if (close !== -1)
                i = close;
        }
        else if ('+@!?*'.includes(c) && pattern.charAt(i + 1) === '(') {
            depth++;
            i++;
        }
        else if (c === ')') {
            if (!depth--)
                return false;
        }
        else if (c === '|' && !depth) {
            return false;
        }
    }
    return !depth;
};
// The last path that Minimatch#match split, and its parts. A path is
// often tested against many patterns in a row (such as a list of
// ignore patterns), so this saves splitting it again. The parts are
// never changed, so they can be shared.
let lastSplit;
// The last path that Minimatch#match checked before splitting it. If
// the same path is checked again, it is being tested against many
// patterns, so it is split and the parts are kept for the others.
let lastChecked;
// true if a pattern portion that is not ** matches a path portion.
// An empty path portion only matches an empty pattern portion. A path
// portion never has a `/`, so the Matcher does not need to check it.
const portionMatch = (p, f) => typeof p === 'string' ? f === p : f !== '' && p.testUnchecked(f);
// Where the last portion of a row matches in a path: the start of the
// last portion of the path, or of the one before a trailing `/`. -1 if
// it matches neither.
const endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart
    : prev !== undefined && portionMatch(p, prev) ? prevStart
        : -1;
const isDots = (p) => p === '.' || p === '..';
// a Windows drive letter portion, like `c:`
const isDrive = (p) => typeof p === 'string' && /^[a-z]:$/i.test(p);
// true for the `UNC` portion of a long UNC root, //?/UNC/host/share
const isLongUNC = (p) => typeof p === 'string' && /^unc$/i.test(p);
// The index of the host in a row or split path that starts with a
// Windows UNC root: 2 for `//host/share`, and 4 for
// `//?/UNC/host/share`. Otherwise -1. `//?/c:` is not one.
const uncHost = (p) => {
    if (p[0] !== '' || p[1] !== '')
        return -1;
    const h = p[2] !== '?' ? 2
        : isLongUNC(p[3]) ? 4
            : -1;
    const host = p[h];
    const share = p[h + 1];
    return (h !== -1 &&
        host !== undefined &&
        host !== '' &&
        host !== GLOBSTAR &&
        share !== undefined &&
        share !== '' &&
        share !== GLOBSTAR) ?
        h
        : -1;
};
// true if ** can walk the path portion: not `.` or `..`, and not a
// dotfile unless `dot` is set
const walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith('.'));
// True if a portion of the path from `start` to `end` can not be
// walked by **: one that starts with `.`, or with `dot`, one that is
// `.` or `..`. `start` is the start of a portion, and `end` is the end
// of the path, or just after a separator.
const dotPortion = (f, start, end, dot, sep) => {
    for (let k = start; k < end;) {
        if (f.charCodeAt(k) === 46) {
            if (!dot)
                return true;
            const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
            if (n >= end || isSep(f.charCodeAt(n), sep))
                return true;
        }
        // the start of the next portion, after any run of separators
        const s = nextSep(f, k, sep);
        if (s === -1)
            return false;
        k = s + 1;
        while (k < end && isSep(f.charCodeAt(k), sep))
            k++;
    }
    return false;
};
const isSep = (c, sep) => sep === '/' ? c === 47
    : sep === '\\' ? c === 92
        : c === 47 || c === 92;
// the index of the first separator at or after `from`, or -1
const nextSep = (f, from, sep) => {
    if (sep !== 'both')
        return f.indexOf(sep, from);
    const s = f.indexOf('/', from);
    const b = f.indexOf('\\', from);
    return (s === -1 ? b
        : b === -1 ? s
            : Math.min(s, b));
};
// the index of the last separator at or before `from`, or -1
const lastSep = (f, from, sep) => sep !== 'both' ?
    f.lastIndexOf(sep, from)
    : Math.max(f.lastIndexOf('/', from), f.lastIndexOf('\\', from));
// What parse() returns in place of a Matcher while make() builds and
// merges the rows. Most of the Matchers in rows that are merged would
// never be used, so they are only made for the rows that are left.
const PENDING = {};
class Minimatch {
    options;
    set;
    pattern;
    windowsPathsNoEscape;
    nonegate;
    negate;
    comment;
    empty;
    preserveMultipleSlashes;
    partial;
    globSet;
    globParts;
    nocase;
    isWindows;
    platform;
    windowsNoMagicRoot;
    maxGlobstarRecursion;
    // the path can be checked against the last portion, and the string
    // portions, of each row before it is split. See #canMatch.
    #endCheck;
    #literalCheck;
    // level 2 resolves `.` and `..` portions in the path
    #level2;
    // the unicode normalization form, if any
    #form;
    // the string portions of each row in the set
    #literals = [];
    // the rows that #canMatch can match without splitting the path
    #shapes = [];
    // the rows whose last portion can be checked against the path's
    #endRows = [];
    // brace expansion can make the same portion in many rows, so they
    // share one Matcher, and the states that it caches
    #matchers = new Map();
    // parse() returns PENDING in place of a Matcher
    #pending = false;
    // the char that marks numeric ranges in globSet, if any
    #rangeMark;
    // the GlobstarParts of each pattern row, by start index and partial
    #globstarParts = new WeakMap();
    constructor(pattern, options = {}) {
        assertValidPattern(pattern);
        options = options || {};
        this.options = options;
        this.maxGlobstarRecursion =
            options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
        this.pattern = pattern;
        this.platform = options.platform || defaultPlatform;
        this.isWindows = this.platform === 'win32';
        this.windowsPathsNoEscape =
            !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
        if (this.windowsPathsNoEscape) {
            this.pattern = this.pattern.replace(/\\/g, '/');
        }
        this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
        this.negate = false;
        this.nonegate = !!options.nonegate;
        this.comment = false;
        this.empty = false;
        this.partial = !!options.partial;
        this.nocase = !!this.options.nocase;
        this.windowsNoMagicRoot =
            options.windowsNoMagicRoot !== undefined ?
                options.windowsNoMagicRoot
                : !!(this.isWindows && this.nocase);
        this.globSet = [];
        this.globParts = [];
        this.set = [];
        this.#endCheck = !this.preserveMultipleSlashes;
        this.#level2 = (options.optimizationLevel ?? 1) >= 2;
        const n = options.normalize;
        this.#form = n === true ? 'NFC' : n || undefined;
        // make the set of Matchers etc.
        this.make();
        // On Windows, the portions of a row up to its drive letter or UNC
        // share are skipped or compared without case, if the path has one
        // too. So the checks only use the portions after it.
        const drives = this.set.map(row => this.#rootIndex(row));
        this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
        // with the end check, the last portion is already checked
        this.#literals = this.set.map((row, r) => {
            const end = this.#endRows[r] ? row.length - 1 : row.length;
            const lits = row
                .slice(drives[r] + 1, end)
                .filter((p) => typeof p === 'string' && !!p);
            return [...new Set(lits)];
        });
        this.#literalCheck = this.#literals.some(l => l.length);
        this.#shapes = this.set.map((row, r) => {
            const [p0, p1, p2] = row;
            if (this.#endRows[r] && row.length === 2) {
                if (p0 === GLOBSTAR && p1 !== GLOBSTAR)
                    return 'tail';
            }
            // the basename of a path that is split on / is its last portion,
            // or the one before a trailing /, the same as the end check
            if (this.#endRows[r] &&
                options.matchBase &&
                row.length === 1 &&
                p0 !== GLOBSTAR &&
                p0 !== '') {
                return 'base';
            }
            // the portion must not be a root, or '', which can be a
            // different portion on Windows (where //x paths get an extra '')
            if (!this.#endCheck || drives[r] !== -1)
                return undefined;
            if (row.length === 3 &&
                p0 === GLOBSTAR &&
                p2 === GLOBSTAR &&
                p1 !== GLOBSTAR &&
                p1 !== '' &&
                // the portion between is only matched below this limit
                this.maxGlobstarRecursion > 0) {
                return 'mid';
            }
            if (row.length === 2 &&
                p1 === GLOBSTAR &&
                p0 !== GLOBSTAR &&
                p0 !== '') {
                return 'head';
            }
            return undefined;
        });
    }
    // a string portion of a pattern, normalized if the option is set
    #norm(p) {
        return this.#form ? p.normalize(this.#form) : p;
    }
    // On Windows, the index of the last root portion of a row, as
    // #matchRow finds it: 0 for `c:/...`, 3 for `//?/c:/...` and
    // `//host/share/...`, and 5 for `//?/UNC/host/share/...`. Otherwise
    // -1.
    #rootIndex(row) {
        if (!this.isWindows)
            return -1;
        if (isDrive(row[0]))
            return 0;
        const uncDrive = row[0] === '' && row[1] === '' && row[2] === '?' && isDrive(row[3]);
        if (uncDrive)
            return 3;
        const h = uncHost(row);
        return h === -1 ? -1 : h + 1;
    }
    hasMagic() {
        if (this.options.magicalBraces && this.set.length > 1) {
            return true;
        }
        for (const pattern of this.set) {
            for (const part of pattern) {
                if (typeof part !== 'string')
                    return true;
            }
        }
        return false;
    }
    make() {
        const pattern = this.pattern;
        const options = this.options;
        // empty patterns and comments match nothing.
        if (!options.nocomment && pattern.charAt(0) === '#') {
            this.comment = true;
            return;
        }
        if (!pattern) {
            this.empty = true;
            return;
        }
        // step 1: figure out negation, etc.
        this.parseNegate();
        // step 2: expand braces
        this.globSet = [...new Set(this.#expandBraces())];
        // step 3: now we have a set, so turn each one into a series of
        // path-portion matching patterns.
        // These will be Matchers, except in the case of "**", which is
        // set to the GLOBSTAR object for globstar behavior,
        // and will not contain any / characters
        //
        // First, we preprocess to make the glob pattern sets a bit simpler
        // and deduped.  There are some perf-killing patterns that can cause
        // problems with a glob walk, but we can simplify them down a bit.
        const rawGlobParts = this.globSet.map(s => this.#slashSplit(s));
        this.globParts = this.preprocess(rawGlobParts);
        // glob --> Matchers
        this.#pending = true;
        let set = this.globParts.map((s, _, __) => {
            if (this.isWindows && this.windowsNoMagicRoot) {
                // check if it's a drive or unc path. The root of a long UNC
                // path, //?/UNC/host/share, is 6 portions.
                const n = s[2] === '?' && isLongUNC(s[3]) ? 6 : 4;
                const isUNC = s[0] === '' &&
                    s[1] === '' &&
                    (s[2] === '?' || !globMagic.test(s[2])) &&
                    s.slice(3, n).every(p => !globMagic.test(p));
                const isDrive = /^[a-z]:/i.test(s[0]);
                if (isUNC) {
                    return [
                        ...s.slice(0, n).map(p => this.#norm(p)),
                        ...s.slice(n).map(ss => this.parse(ss)),
                    ];
                }
                else if (isDrive) {
                    return [
                        this.#norm(s[0]),
                        ...s.slice(1).map(ss => this.parse(ss)),
                    ];
                }
            }
            return s.map(ss => this.parse(ss));
        });
        // filter out everything that didn't compile properly.
        this.set = set.filter(s => s.indexOf(false) === -1);
        // do not treat the ? in UNC paths as magic
        if (this.isWindows) {
            for (let i = 0; i < this.set.length; i++) {
                const p = this.set[i];
                if (p[0] === '' &&
                    p[1] === '' &&
                    this.globParts[i][2] === '?' &&
                    (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
                    if (isLongUNC(this.globParts[i][3]))
                        p[3] = 'UNC';
                    p[2] = '?';
                }
            }
        }
        // with noext, `@(...)` would be literal
        if (!options.noext)
            this.mergeRows();
        this.#pending = false;
        this.set.forEach((row, i) => {
            for (let k = 0; k < row.length; k++) {
                if (row[k] === PENDING) {
                    row[k] = this.parse(this.globParts[i][k]);
                }
            }
        });
    }
    // Merge rows that only differ in one portion, where each of them
    // is a Matcher, into one row that matches any of them with
    // `@(a|b|...)`. Then a path is only walked once for all of them,
    // for example with `**/*.{js,ts}`.
    mergeRows() {
        let merged = true;
        while (merged) {
            merged = false;
            // a single row cannot be merged with anything
            if (this.set.length < 2)
                return;
            let keys = this.#mergeKeys();
            const len = Math.max(0, ...this.set.map(r => r.length));
            for (let k = 0; k < len; k++) {
                // the rows that are the same other than at portion k, keyed
                // by the ids of the parts before k and the parts after k,
                // which are at most the number of rows
                const groups = new Map();
                const R = this.set.length + 1;
                this.set.forEach((row, i) => {
                    if (!(row[k] instanceof Matcher || row[k] === PENDING) ||
                        !extSafe(this.globParts[i][k])) {
                        return;
                    }
                    const { pre, suf } = keys[i];
                    const key = pre[k] * R + suf[k + 1];
                    const g = groups.get(key);
                    if (g)
                        g.push(i);
                    else
                        groups.set(key, [i]);
                });
                const drop = new Set();
                for (const g of groups.values()) {
                    if (g.length < 2)
                        continue;
                    const [first, ...rest] = g;
                    const alts = g.map(i => this.globParts[i][k]);
                    const glob = `@(${alts.join('|')})`;
                    // merging is only an optimization, so leave the rows as they
                    // are if the merged portion would have too many extglobs
                    if (extglobCount(glob) > MAX_EXTGLOBS)
                        continue;
                    this.globParts[first][k] = glob;
                    this.set[first][k] = this.parse(glob);
                    for (const i of rest)
                        drop.add(i);
                }
                if (drop.size) {
                    merged = true;
                    this.set = this.set.filter((_, i) => !drop.has(i));
                    this.globParts = this.globParts.filter((_, i) => !drop.has(i));
                    // every merge drops a row, so this happens at most once per row
                    if (this.set.length < 2)
                        return;
                    keys = this.#mergeKeys();
                }
            }
        }
    }
    // For each row, number ids for its prefixes and suffixes, such that
    // pre[k] identifies parts[0..k) and suf[k] identifies parts[k..n).
    // Two rows are the same other than at portion k exactly when they
    // have the same pre[k] and suf[k + 1]. This is linear in the size of
    // the rows, where joining the whole row for every k was quadratic.
    #mergeKeys() {
        const partIds = new Map();
        const ids = this.globParts.map(parts => parts.map(s => {
            let id = partIds.get(s);
            if (id === undefined)
                partIds.set(s, (id = partIds.size));
            return id;
        }));
        // ids are only compared at the same k, so they are numbered per
        // portion, with 0 for the empty prefix or suffix. Then they are
        // at most the number of rows, and id * P + part id is a safe
        // integer key for any set that fits in memory.
        const P = partIds.size;
        const len = Math.max(0, ...ids.map(r => r.length));
        const keys = ids.map(r => ({
            pre: [0],
            suf: new Array(r.length + 1).fill(0),
        }));
        for (let k = 0; k < len; k++) {
            const m = new Map();
            ids.forEach((r, i) => {
                if (k >= r.length)
                    return;
                const { pre } = keys[i];
                const key = pre[k] * P + r[k];
                let id = m.get(key);
                if (id === undefined)
                    m.set(key, (id = m.size + 1));
                pre.push(id);
            });
        }
        for (let k = len - 1; k >= 0; k--) {
            const m = new Map();
            ids.forEach((r, i) => {
                if (k >= r.length)
                    return;
                const { suf } = keys[i];
                const key = suf[k + 1] * P + r[k];
                let id = m.get(key);
                if (id === undefined)
                    m.set(key, (id = m.size + 1));
                suf[k] = id;
            });
        }
        return keys;
    }
    // various transforms to equivalent pattern sets that are
    // faster to process in a filesystem walk.  The goal is to
    // eliminate what we can, and push all ** patterns as far
    // to the right as possible, even if it increases the number
    // of patterns that we have to process.
    preprocess(globParts) {
        // if we're not in globstar mode, then turn ** into *
        if (this.options.noglobstar) {
            for (const partset of globParts) {
                for (let j = 0; j < partset.length; j++) {
                    if (partset[j] === '**') {
                        partset[j] = '*';
                    }
                }
            }
        }
        const { optimizationLevel = 1 } = this.options;
        if (optimizationLevel >= 2) {
            // aggressive optimization for the purpose of fs walking
            globParts = this.firstPhasePreProcess(globParts);
            globParts = this.secondPhasePreProcess(globParts);
        }
        else if (optimizationLevel >= 1) {
            // just basic optimizations to remove some .. parts
            globParts = this.levelOneOptimize(globParts);
        }
        else {
            // just collapse multiple ** portions into one
            globParts = this.adjascentGlobstarOptimize(globParts);
        }
        return globParts;
    }
    // just get rid of adjascent ** portions
    adjascentGlobstarOptimize(globParts) {
        return globParts.map(parts => {
            let gs = -1;
            while (-1 !== (gs = parts.indexOf('**', gs + 1))) {
                let i = gs;
                while (parts[i + 1] === '**') {
                    i++;
                }
                if (i !== gs) {
                    parts.splice(gs, i - gs);
                }
            }
            return parts;
        });
    }
    // get rid of adjascent ** and resolve .. portions
    levelOneOptimize(globParts) {
        return globParts.map(parts => {
            // .. can not remove the root of a Windows path
            const root = this.#rootIndex(parts) + 1;
            parts = parts.reduce((set, part) => {
                const prev = set[set.length - 1];
                if (part === '**' && prev === '**') {
                    return set;
                }
                if (part === '..') {
                    if (set.length > root &&
                        prev &&
                        prev !== '..' &&
                        prev !== '.' &&
                        prev !== '**') {
                        set.pop();
                        return set;
                    }
                }
                set.push(part);
                return set;
            }, []);
            return parts.length === 0 ? [''] : parts;
        });
    }
    // Check the path against each row before it is split. 'no' if no
    // row can match, so it does not need to be split. 'yes' if a row of
    // `**` and one more portion matches. 'maybe' if it must be split to
    // know. None of this applies with partial, where the path can end
    // before the row does.
    //
    // On Windows, `\` is a separator in the path too, and the portions of
    // a row up to its drive letter or UNC share are not checked (see
    // #rootIndex).
    //
    // Each string portion of a row must be a portion of the path, so the
    // path must contain it. Level 2 can only take portions out of the
    // path, so this is still true then.
    //
    // The last portion of a row must match the last portion of the path,
    // or the one before a trailing `/` (as a/* and a/**/* match a/b/).
    // This does not apply to rows that end in **, rows that end in a
    // root, or preserveMultipleSlashes (which can leave more
    // than one '' at the end). At level 2, it does not apply if that
    // portion is `.` or `..`, which can be
    // resolved away. Level 2 only takes other portions out of the
    // middle of the path.
    //
    // A row of `**/x` then matches if the ** can walk the portions
    // before the one that x matches, the same as #matchGlobstar. At
    // level 2, this is only known if none of them are `.` or `..`, so
    // that the path does not change when it is resolved.
    #canMatch(f) {
        const sep = !this.isWindows || !f.includes('\\') ? '/'
            : f.includes('/') ? 'both'
                : '\\';
        // the portions that f.split(/\/+/) would end with, and where they
        // start in f, found when a row needs them. `ends` is 0 until they
        // are found, then 1, or -1 if they can not be used.
        let ends = this.#endCheck ? 0 : -1;
        let last = '';
        let lastStart = 0;
        let prev;
        let prevStart = 0;
        const dot = !!this.options.dot;
        // A string compare is cheaper than includes(), and a Matcher test
        // costs more, so the cheaper check goes first.
        ROWS: for (let r = 0; r < this.set.length; r++) {
            const row = this.set[r];
            const p = row[row.length - 1];
            let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
            if (end && ends === 0) {
                const i = lastSep(f, f.length, sep);
                lastStart = i + 1;
                last = f.slice(lastStart);
                if (last === '' && i >= 0) {
                    let j = i;
                    while (j > 0 && isSep(f.charCodeAt(j - 1), sep))
                        j--;
                    prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep) + 1;
                    prev = f.slice(prevStart, j);
                }
                const resolves = this.#level2 &&
                    (isDots(last) ||
                        (last === '' && prev !== undefined && isDots(prev)));
                ends = resolves ? -1 : 1;
                end = !resolves;
            }
            let tailStart = -1;
            if (end && typeof p === 'string') {
                tailStart = endIndex(p, last, lastStart, prev, prevStart);
                if (tailStart === -1)
                    continue;
            }
            if (this.#literalCheck) {
                for (const l of this.#literals[r]) {
                    if (!f.includes(l))
                        continue ROWS;
                }
            }
            if (end && typeof p === 'object') {
                tailStart = endIndex(p, last, lastStart, prev, prevStart);
                if (tailStart === -1)
                    continue;
            }
            const shape = this.#shapes[r];
            if (shape === 'base' && end)
                return 'yes';
            if (shape === 'tail' && end) {
                if (this.#level2 && dotPortion(f, 0, tailStart, true, sep)) {
                    return 'maybe';
                }
                if (!dotPortion(f, 0, tailStart, dot, sep))
                    return 'yes';
                continue;
            }
            if (shape === 'mid' || shape === 'head') {
                const m = this.#walk(f, row, shape === 'head', dot, sep);
                if (m !== 'no')
                    return m;
                continue;
            }
            return 'maybe';
        }
        return 'no';
    }
    // Match a row of a known shape against the split path, the same as
    // #matchGlobstar and #matchGlobStarBodySections do. None of these
    // rows have a drive letter, so they start at the first portion.
    #matchShape(file, row, shape) {
        const dot = !!this.options.dot;
        const n = file.length;
        if (shape === 'head') {
            // x, then at least one portion that ** can walk
            if (n < 2 || !portionMatch(row[0], file[0])) {
                return false;
            }
            for (let i = 1; i < n; i++)
                if (!walkable(file[i], dot))
                    return false;
            return true;
        }
        const x = row[1];
        if (shape === 'tail') {
            // x is the last portion, or the one before a trailing ''
            let t = n - 1;
            if (!portionMatch(x, file[t])) {
                if (file[t] !== '' || n === 1 || !portionMatch(x, file[--t])) {
                    return false;
                }
            }
            for (let i = 0; i < t; i++)
                if (!walkable(file[i], dot))
                    return false;
            return true;
        }
        // mid: the first x that ** can walk to, with a portion after it,
        // and ** can walk all of those
        for (let k = 0; k < n; k++) {
            if (portionMatch(x, file[k]) && k + 1 < n) {
                let i = k + 1;
                while (i < n && walkable(file[i], dot))
                    i++;
                if (i === n)
                    return true;
            }
            if (!walkable(file[k], dot))
                return false;
        }
        return false;
    }
    // Match a row of `**/x/**` or `x/**` against the path, the same as
    // #matchGlobstar and #matchGlobStarBodySections do once it is split.
    // x must match a portion (the first one, for `x/**`), the ** before
    // it must be able to walk the portions before that one, and there
    // must be a portion after it, which the ** after it can walk. At
    // level 2, this is only known if no portion is `.` or `..`.
    #walk(f, row, head, dot, sep) {
        if (this.#level2 && dotPortion(f, 0, f.length, true, sep))
            return 'maybe';
        const x = row[head ? 0 : 1];
        // the last portion has none after it, so it can not be x
        let s = 0;
        for (let e = nextSep(f, s, sep); e !== -1; e = nextSep(f, s, sep)) {
            // the start of the next portion
            let next = e + 1;
            while (next < f.length && isSep(f.charCodeAt(next), sep))
                next++;
            const hit = typeof x === 'string' ?
                e - s === x.length && f.startsWith(x, s)
                : e > s && x.testUnchecked(f.slice(s, e));
            if (hit && !dotPortion(f, next, f.length, dot, sep))
                return 'yes';
            if (head || dotPortion(f, s, next, dot, sep))
                return 'no';
            s = next;
        }
        return 'no';
    }
    // the last split, if it was the same path with the same split
    // settings
    #cachedSplit(f) {
        const last = lastSplit;
        return (last?.f === f &&
            last.isWindows === this.isWindows &&
            last.preserveMultipleSlashes === this.preserveMultipleSlashes &&
            last.normalize === this.#form) ?
            last
            : undefined;
    }
    // split a path for match(), and keep the parts for the next call
    #split(f) {
        const { isWindows, preserveMultipleSlashes } = this;
        // windows: need to use /, not \
        let parts = this.#slashSplit(isWindows ? f.split('\\').join('/') : f);
        // normalize each portion, so that a char that normalizes to `/`
        // does not make a new portion
        const normalize = this.#form;
        if (normalize)
            parts = parts.map(p => p.normalize(normalize));
        lastSplit = {
            f,
            isWindows,
            preserveMultipleSlashes,
            normalize,
            parts,
        };
        return lastSplit;
    }
    // resolve `.` and `..` portions of a path, for level 2
    #levelTwoFileOptimize(file) {
        // work on a copy, so that the cached parts do not change
        const parts = [...file];
        let didSomething = false;
        do {
            didSomething = false;
            // <pre>/<e>/<rest> -> <pre>/<rest>
            if (!this.preserveMultipleSlashes) {
                for (let i = 1; i < parts.length - 1; i++) {
                    const p = parts[i];
                    // don't squeeze out UNC patterns
                    if (i === 1 && p === '' && parts[0] === '')
                        continue;
                    if (p === '.' || p === '') {
                        didSomething = true;
                        parts.splice(i, 1);
                        i--;
                    }
                }
                if (parts[0] === '.' &&
                    parts.length === 2 &&
                    (parts[1] === '.' || parts[1] === '')) {
                    didSomething = true;
                    parts.pop();
                }
            }
            // <pre>/<p>/../<rest> -> <pre>/<rest>
            // .. can not remove the root of a Windows path
            const root = this.#rootIndex(parts) + 1;
            let dd = root;
            while (-1 !== (dd = parts.indexOf('..', dd + 1))) {
                const p = parts[dd - 1];
                if (p && p !== '.' && p !== '..' && p !== '**') {
                    didSomething = true;
                    parts.splice(dd - 1, 2);
                    dd = Math.max(dd - 2, root);
                }
            }
        } while (didSomething);
        return parts.length === 0 ? [''] : parts;
    }
    // First phase: single-pattern processing
    // <pre> is 1 or more portions
    // <rest> is 1 or more portions
    // <p> is any portion other than ., .., '', or **
    // <e> is . or ''
    //
    // **/.. is *brutal* for filesystem walking performance, because
    // it effectively resets the recursive walk each time it occurs,
    // and ** cannot be reduced out by a .. pattern part like a regexp
    // or most strings (other than .., ., and '') can be.
    //
    // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
    // <pre>/<e>/<rest> -> <pre>/<rest>
    // <pre>/<p>/../<rest> -> <pre>/<rest>
    // **/**/<rest> -> **/<rest>
    //
    // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
    // this WOULD be allowed if ** did follow symlinks, or * didn't
    firstPhasePreProcess(globParts) {
        // each **/.. split doubles the patterns, and adds a copy of the
        // whole pattern. Throw if either gets too large. A partial split
        // would match some paths and not others, depending on which rows
        // the pass reached first.
        const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
        let splitCells = 0;
        const maxSplitCells = 1_000_000;
        let didSomething = false;
        do {
            didSomething = false;
            // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
            for (let parts of globParts) {
                let gs = -1;
                while (-1 !== (gs = parts.indexOf('**', gs + 1))) {
                    let gss = gs;
                    while (parts[gss + 1] === '**') {
                        // <pre>/**/**/<rest> -> <pre>/**/<rest>
                        gss++;
                    }
                    // eg, if gs is 2 and gss is 4, that means we have 3 **
                    // parts, and can remove 2 of them.
                    if (gss > gs) {
                        parts.splice(gs + 1, gss - gs);
                    }
                    let next = parts[gs + 1];
                    const p = parts[gs + 2];
                    const p2 = parts[gs + 3];
                    if (next !== '..')
                        continue;
                    if (!p ||
                        p === '.' ||
                        p === '..' ||
                        !p2 ||
                        p2 === '.' ||
                        p2 === '..') {
                        continue;
                    }
                    // Check before changing parts or allocating the new row.
                    const addedCells = parts.length - 1;
                    if (globParts.length >= braceExpandMax ||
                        splitCells + addedCells > maxSplitCells) {
                        throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
                    }
                    didSomething = true;
                    // edit parts in place, and push the new one
                    parts.splice(gs, 1);
                    const other = parts.slice(0);
                    other[gs] = '**';
                    splitCells += addedCells;
                    globParts.push(other);
                    gs--;
                }
                // <pre>/<e>/<rest> -> <pre>/<rest>
                if (!this.preserveMultipleSlashes) {
                    for (let i = 1; i < parts.length - 1; i++) {
                        const p = parts[i];
                        // don't squeeze out UNC patterns
                        if (i === 1 && p === '' && parts[0] === '')
                            continue;
                        if (p === '.' || p === '') {
                            didSomething = true;
                            parts.splice(i, 1);
                            i--;
                        }
                    }
                    if (parts[0] === '.' &&
                        parts.length === 2 &&
                        (parts[1] === '.' || parts[1] === '')) {
                        didSomething = true;
                        parts.pop();
                    }
                }
                // <pre>/<p>/../<rest> -> <pre>/<rest>
                // .. can not remove the root of a Windows path
                const root = this.#rootIndex(parts) + 1;
                let dd = root;
                while (-1 !== (dd = parts.indexOf('..', dd + 1))) {
                    const p = parts[dd - 1];
                    if (p && p !== '.' && p !== '..' && p !== '**') {
                        didSomething = true;
                        const needDot = dd === 1 && parts[dd + 1] === '**';
                        const splin = needDot ? ['.'] : [];
                        parts.splice(dd - 1, 2, ...splin);
                        if (parts.length === 0)
                            parts.push('');
                        dd = Math.max(dd - 2, root);
                    }
                }
            }
        } while (didSomething);
        return globParts;
    }
    // second phase: multi-pattern dedupes
    // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
    // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
    secondPhasePreProcess(globParts) {
        const keys = new Set();
        const rows = globParts.filter(parts => {
            const key = parts.join('/');
            if (keys.has(key))
                return false;
            keys.add(key);
            return true;
        });
        // A row is covered by another row that has `*` at some positions,
        // and is the same at all others. Collect each distinct set of `*`
        // positions, then look up each row with `*` put at those positions.
        const stars = new Map();
        for (const parts of rows) {
            const s = [];
            for (let i = 0; i < parts.length; i++) {
                if (parts[i] === '*')
                    s.push(i);
            }
            if (s.length)
                stars.set(s.join(','), s);
        }
        // Each row is checked against each set of `*` positions, so skip
        // this if there are too many. The patterns match the same paths
        // either way.
        if (!stars.size || rows.length * stars.size > 100_000)
            return rows;
        const { dot } = this.options;
        return rows.filter(parts => {
            for (const s of stars.values()) {
                if (s[s.length - 1] >= parts.length)
                    continue;
                const c = [...parts];
                let ok = true;
                let changed = false;
                for (const i of s) {
                    const p = parts[i];
                    if (p === '*')
                        continue;
                    if (!p || p === '**' || (!dot && p.startsWith('.'))) {
                        ok = false;
                        break;
                    }
                    c[i] = '*';
                    changed = true;
                }
                if (ok && changed && keys.has(c.join('/')))
                    return false;
            }
            return true;
        });
    }
    parseNegate() {
        if (this.nonegate)
            return;
        const pattern = this.pattern;
        let negate = false;
        let negateOffset = 0;
        for (let i = 0; i < pattern.length && pattern.charAt(i) === '!'; i++) {
            negate = !negate;
            negateOffset++;
        }
        if (negateOffset)
            this.pattern = pattern.slice(negateOffset);
        this.negate = negate;
    }
    // Match the parts of a path against one row of the set. `resolved`
    // is the parts after level 2 resolves `.` and `..` in them, or the
    // same parts below level 2. Set partial to true to test if, for
    // example, "/a/b" matches the start of "/*/b/*/d". Partial means, if
    // you run out of file before you run out of pattern, then that's
    // fine, as long as all the parts match.
    #matchRow(file, resolved, pattern, partial) {
        let fileStartIndex = 0;
        let patternStartIndex = 0;
        // UNC paths like //?/X:/... can match X:/... and vice versa, and
        // //?/UNC/host/share/... can match //host/share/... and vice versa.
        // Drive letters in absolute drive or unc paths, and the host and
        // share of UNC paths, are always compared case-insensitively.
        const fh = this.isWindows ? uncHost(resolved) : -1;
        const ph = fh === -1 ? -1 : uncHost(pattern);
        if (ph !== -1) {
            const host = pattern[ph];
            const share = pattern[ph + 1];
            if (typeof host !== 'string' || typeof share !== 'string') {
                // a host or share with magic is matched as usual
                fileStartIndex = fh;
                patternStartIndex = ph;
            }
            else if (resolved[fh].toLowerCase() === host.toLowerCase() &&
                resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
                fileStartIndex = fh + 2;
                patternStartIndex = ph + 2;
            }
        }
        else if (this.isWindows) {
            const fileDrive = typeof file[0] === 'string' && /^[a-z]:$/i.test(file[0]);
            const fileUNC = !fileDrive &&
                file[0] === '' &&
                file[1] === '' &&
                file[2] === '?' &&
                /^[a-z]:$/i.test(file[3]);
            const patternDrive = typeof pattern[0] === 'string' && /^[a-z]:$/i.test(pattern[0]);
            const patternUNC = !patternDrive &&
                pattern[0] === '' &&
                pattern[1] === '' &&
                pattern[2] === '?' &&
                typeof pattern[3] === 'string' &&
                /^[a-z]:$/i.test(pattern[3]);
            const fdi = fileUNC ? 3
                : fileDrive ? 0
                    : undefined;
            const pdi = patternUNC ? 3
                : patternDrive ? 0
                    : undefined;
            if (typeof fdi === 'number' && typeof pdi === 'number') {
                const [fd, pd] = [
                    file[fdi],
                    pattern[pdi],
                ];
                // the drives match, so start matching after them
                if (fd.toLowerCase() === pd.toLowerCase()) {
                    patternStartIndex = pdi + 1;
                    fileStartIndex = fdi + 1;
                }
            }
        }
        // the drive letters are found in the parts before level 2 resolves
        // them, and the match uses the resolved parts
        file = resolved;
        if (pattern.includes(GLOBSTAR)) {
            return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
        }
        return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
    }
    #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
        const { head, body, tail, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
        // check the head, from the current file/pattern index.
        if (head.length) {
            const headEnd = fileIndex + head.length;
            if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) {
                return false;
            }
            fileIndex += head.length;
            patternIndex += head.length;
        }
        // now we know the head matches!
        // if the last portion is not empty, it MUST match the end
        // check the tail
        let fileTailMatch = 0;
        if (tail.length) {
            // if head + tail > file, then we cannot possibly match
            if (tail.length + fileIndex > file.length)
                return false;
            // try to match the tail
            let tailStart = file.length - tail.length;
            if (this.#matchOne(file, tail, partial, tailStart, 0)) {
                fileTailMatch = tail.length;
            }
            else {
                // affordance for stuff like a/**/* matching a/b/
                // if the last file portion is '', and there's more to the pattern
                // then try without the '' bit.
                if (file[file.length - 1] !== '' ||
                    fileIndex + tail.length === file.length) {
                    return false;
                }
                tailStart--;
                if (!this.#matchOne(file, tail, partial, tailStart, 0)) {
                    return false;
                }
                fileTailMatch = tail.length + 1;
            }
        }
        // now we know the tail matches!
        // the middle is zero or more portions wrapped in **, possibly
        // containing more ** sections.
        // so a/**/b/**/c/**/d has become **/b/**/c/**
        // if it's empty, it means a/**/b, just verify we have no bad dots
        // if there's no tail, so it ends on /**, then we must have *something*
        // after the head, or it's not a matc
        if (!body.length) {
            let sawSome = !!fileTailMatch;
            for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
                const f = String(file[i]);
                sawSome = true;
                if (f === '.' ||
                    f === '..' ||
                    (!this.options.dot && f.startsWith('.'))) {
                    return false;
                }
            }
            // in partial mode, we just need to get past all file parts
            return partial || sawSome;
        }
        // now we know that there's one or more body sections, which can
        // be matched anywhere from the 0 index (because the head was pruned)
        // through to the length-fileTailMatch index.
        return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, new Set());
    }
    // Split the pattern into head, tail, and middle of ** delimited
    // parts. The tail has to be at the end, and the others just have to
    // be found in order from the head. These only depend on the pattern
    // row, so they are kept for the next path.
    #getGlobstarParts(pattern, partial, patternIndex) {
        let byStart = this.#globstarParts.get(pattern);
        if (!byStart) {
            byStart = [];
            this.#globstarParts.set(pattern, byStart);
        }
        const key = patternIndex * 2 + (partial ? 1 : 0);
        const found = byStart[key];
        if (found)
            return found;
        const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
        const lastgs = pattern.lastIndexOf(GLOBSTAR);
        const head = pattern.slice(patternIndex, firstgs);
        const body = pattern.slice(firstgs + 1, partial ? undefined : lastgs);
        const tail = partial ? [] : pattern.slice(lastgs + 1);
        // split the body up into sections, and note the number of
        // portions that must come after the start of each one
        const segments = [[[], 0]];
        let current = segments[0];
        let nonGsParts = 0;
        const nonGsPartsSums = [0];
        for (const b of body) {
            if (b === GLOBSTAR) {
                nonGsPartsSums.push(nonGsParts);
                current = [[], 0];
                segments.push(current);
            }
            else {
                current[0].push(b);
                nonGsParts++;
            }
        }
        // the portions in this section and the ones after it
        segments.forEach((b, i) => {
            b[1] = nonGsParts - nonGsPartsSums[i];
        });
        const parts = { head, body, tail, segments };
        byStart[key] = parts;
        return parts;
    }
    // return false for "nope, not matching"
    // return null for "not matching, cannot keep trying"
    #matchGlobStarBodySections(file, 
    // pattern section, and the portions that it and the rest need
    bodySegments, 
    // the end of the file portions that the body can match
    fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, 
    // the places that a walk has already tried, as
    // bodyIndex * (file.length + 1) + fileIndex. A walk from a place
    // does the same no matter how it got there, and it only comes back
    // if it found no match, so a walk that gets to one stops.
    tried) {
        // take the first body segment, and walk from fileIndex to its "after"
        // value at the end
        // If it doesn't match at that position, we increment, until we hit
        // that final possible position, and give up.
        // If it does match, then advance and try to rest.
        // If any of them fail we keep walking forward.
        // this is still a bit recursively painful, but it's more constrained
        // than previous implementations, because we never test something that
        // can't possibly be a valid matching condition.
        const bs = bodySegments[bodyIndex];
        if (!bs) {
            // with partial, the body is the rest of the pattern, so it
            // matches if no portions are left, or only the '' of a trailing
            // / (as a/* matches a/b/). A ** at the end walks them as its own
            // empty section.
            if (partial) {
                return (fileIndex >= fileLength ||
                    (fileIndex === fileLength - 1 && file[fileIndex] === ''));
            }
            // just make sure that there's no bad dots before the tail
            for (let i = fileIndex; i < fileLength; i++) {
                sawTail = true;
                const f = file[i];
                if (f === '.' ||
                    f === '..' ||
                    (!this.options.dot && f.startsWith('.'))) {
                    return false;
                }
            }
            return sawTail;
        }
        // have a non-globstar body section to test, up to the last index
        // where it can start
        const [body, need] = bs;
        // with partial, the path can end before the body does
        const after = partial ? fileLength : fileLength - need;
        while (fileIndex <= after) {
            const key = bodyIndex * (file.length + 1) + fileIndex;
            if (tried.has(key))
                return false;
            tried.add(key);
            const m = this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length);
            // if limit exceeded, no match. intentional false negative,
            // acceptable break in correctness for security.
            if (m && globStarDepth < this.maxGlobstarRecursion) {
                // match! see if the rest match. if so, we're done!
                const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
                if (sub !== false) {
                    return sub;
                }
            }
            // the ** does not walk past the last place the body can start
            if (fileIndex === after)
                break;
            const f = file[fileIndex];
            if (f === '.' ||
                f === '..' ||
                (!this.options.dot && f.startsWith('.'))) {
                return false;
            }
            fileIndex++;
        }
        // walked off. no point continuing
        return partial || null;
    }
    #matchOne(file, pattern, partial, fileIndex, patternIndex, 
    // only match the file portions before this index
    fileEnd = file.length) {
        let fi;
        let pi;
        let pl;
        let fl;
        for (fi = fileIndex,
            pi = patternIndex,
            fl = Math.min(fileEnd, file.length),
            pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
            let p = pattern[pi];
            let f = file[fi];
            // should be impossible.
            /* c8 ignore start */
            if (p === false || p === GLOBSTAR) {
                return false;
            }
            /* c8 ignore stop */
            // something other than **
            // non-magic patterns just have to match exactly
            // patterns with magic have been turned into Matchers.
            if (!portionMatch(p, f))
                return false;
        }
        // Note: ending in / means that we'll get a final ""
        // at the end of the pattern.  This can only match a
        // corresponding "" at the end of the file.
        // If the file ends in /, then it can only match a
        // a pattern that ends in /, unless the pattern just
        // doesn't have any more for it. But, a/b/ should *not*
        // match "a/b/*", even though * can match "", except in
        // partial mode, where it might simply not be reached yet.
        // However, a/b/ should still satisfy a/*
        // now either we fell off the end of the pattern, or we're done.
        if (fi === fl && pi === pl) {
            // ran out of pattern and filename at the same time.
            // an exact hit!
            return true;
        }
        else if (fi === fl) {
            // ran out of file, but still had pattern left.
            // this is ok if we're doing the match as part of
            // a glob fs traversal.
            return partial;
        }
        else if (pi === pl) {
            // ran out of pattern, still have file left.
            // this is only acceptable if we're on the very last
            // empty segment of a file with a trailing slash.
            // a/* should match a/b/
            return fi === fl - 1 && file[fi] === '';
            /* c8 ignore start */
        }
        else {
            // should be unreachable.
            throw new Error('wtf?');
        }
        /* c8 ignore stop */
    }
    braceExpand() {
        return braceExpand(this.pattern, this.options);
    }
    // Expand braces, except numeric ranges such as {0..999} with at
    // least RANGE_MIN values. Each of those stays in its pattern as
    // `<mark>0..999<mark>`, for the Matcher to test. If a range might
    // be inside a [...] class, expand all of them instead.
    #expandBraces() {
        const { pattern } = this;
        if (this.options.nobrace)
            return this.braceExpand();
        let code = 0xe000;
        while (pattern.includes(String.fromCharCode(code))) {
            if (++code > 0xf8ff)
                return this.braceExpand();
        }
        const mark = String.fromCharCode(code);
        let found = false;
        const marked = pattern.replace(rangeRe, (m, lo, hi) => {
            const a = Number(lo);
            const b = Number(hi);
            if (!Number.isSafeInteger(a) ||
                !Number.isSafeInteger(b) ||
                Math.abs(a - b) + 1 < RANGE_MIN) {
                return m;
            }
            found = true;
            return `${mark}${lo}..${hi}${mark}`;
        });
        if (!found)
            return this.braceExpand();
        const set = braceExpand(marked, this.options);
        for (const p of set) {
            for (const portion of p.split('/')) {
                const c = portion.indexOf('[');
                if (c !== -1 && c < portion.lastIndexOf(mark)) {
                    return this.braceExpand();
                }
                if (!this.options.noext && inRepeatOrNegExt(portion, mark)) {
                    return this.braceExpand();
                }
            }
        }
        this.#rangeMark = mark;
        return set;
    }
    parse(pattern) {
        assertValidPattern(pattern);
        const options = this.options;
        // shortcuts
        if (pattern === '**')
            return GLOBSTAR;
        if (pattern === '')
            return '';
        const { nocase, nocaseMagicOnly, noext = false, dot, normalize, } = options;
        const rangeMark = this.#rangeMark;
        const lit = rangeMark && pattern.includes(rangeMark) ?
            undefined
            : literal(pattern, noext);
        // in nocase mode, a literal with cased chars still needs a
        // Matcher, unless nocaseMagicOnly is set.
        if (lit !== undefined &&
            !(nocase &&
                !nocaseMagicOnly &&
                pattern.toUpperCase() !== pattern.toLowerCase())) {
            return this.#norm(lit);
        }
        if (this.#pending)
            return PENDING;
        let m = this.#matchers.get(pattern);
        if (!m) {
            if (!noext)
                assertValidExtglobs(pattern);
            m = new Matcher(pattern, {
                nocase,
                noext,
                dot,
                normalize,
                ...(rangeMark && { rangeMark }),
            });
            this.#matchers.set(pattern, m);
        }
        return m;
    }
    #slashSplit(p) {
        // if p starts with // on windows, we preserve that
        // so that UNC paths aren't broken.  Otherwise, any number of
        // / characters are coalesced into one, unless
        // preserveMultipleSlashes is set to true.
        if (this.preserveMultipleSlashes) {
            return p.split('/');
        }
        else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
            // add an extra '' for the one we lose
            return ['', ...p.split(/\/+/)];
        }
        else {
            return p.split(/\/+/);
        }
    }
    match(f, partial = this.partial) {
        // short-circuit in the case of busted things.
        // comments, etc.
        if (this.comment) {
            return false;
        }
        if (this.empty) {
            return f === '';
        }
        if (f === '/' && partial) {
            return true;
        }
        const options = this.options;
        // treat the test path as a set of pathparts. If it was not just
        // split or checked, check that it can match before splitting it.
        let split = this.#cachedSplit(f);
        if (!split) {
            // the checks look at the path as given, so not if it is
            // normalized
            if (!partial &&
                !this.#form &&
                (this.#endCheck || this.#literalCheck) &&
                lastChecked !== f) {
                lastChecked = f;
                const can = this.#canMatch(f);
                if (can === 'no')
                    return options.flipNegate ? false : this.negate;
                if (can === 'yes')
                    return options.flipNegate ? true : !this.negate;
            }
            split = this.#split(f);
        }
        const ff = split.parts;
        // the parts after level 2 resolves them, kept for the next pattern
        // that tests the same path
        const resolved = this.#level2 ?
            (split.resolved ??= this.#levelTwoFileOptimize(ff))
            : ff;
        // just ONE of the pattern sets in this.set needs to match
        // in order for it to be valid.  If negating, then just one
        // match means that we have failed.
        // Either way, return on the first hit.
        const set = this.set;
        // Find the basename of the path by looking for the last non-empty segment
        let filename = ff[ff.length - 1];
        if (!filename) {
            for (let i = ff.length - 2; !filename && i >= 0; i--) {
                filename = ff[i];
            }
        }
        for (let r = 0; r < set.length; r++) {
            const pattern = set[r];
            const shape = partial ? undefined : this.#shapes[r];
            // level 2 does not change a path of one portion
            const hit = shape === 'base' ?
                portionMatch(pattern[0], filename)
                : shape ? this.#matchShape(resolved, pattern, shape)
                    : options.matchBase && pattern.length === 1 ?
                        this.#matchRow([filename], [filename], pattern, partial)
                        : this.#matchRow(ff, resolved, pattern, partial);
            if (hit) {
                if (options.flipNegate) {
                    return true;
                }
                return !this.negate;
            }
        }
        // didn't get any hits.  this is success if it's a negative
        // pattern, failure otherwise.
        if (options.flipNegate) {
            return false;
        }
        return this.negate;
    }
    static defaults(def) {
        return minimatch.defaults(def).Minimatch;
    }
}
/* c8 ignore start */


/* c8 ignore stop */
minimatch.Minimatch = Minimatch;
minimatch.escape = escape_escape;
minimatch.unescape = unescape_unescape;
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./build/stage/src/text/glob.js

/** The same on every machine: a backslash takes the meaning off a character, names with a leading dot are names. */
const options = { dot: true, noext: true, nonegate: true, nocomment: true, platform: "linux" };
/** A pattern as `path.Match` of Go reads it, element by element: https://pkg.go.dev/path#Match. */
function pathMatcher(pattern) {
    // Go has no `[!a]` and no `[[:alpha:]]`: what begins them is a character of the class.
    const classes = pattern.replaceAll(/\[([!:])/g, "[\\$1");
    return matcher(new Minimatch(classes, { ...options, nobrace: true, noglobstar: true }));
}
/** The same with `**` for any number of directories, `[!a]`, and `{a,b}` for alternatives. */
function globMatcher(pattern) {
    return matcher(new Minimatch(pattern, options));
}
function matcher(compiled) {
    return (path) => compiled.match(path);
}


/***/ }),

/***/ 17871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ goDuration)
/* harmony export */ });
/** Whole milliseconds in the notation of Go's Duration.String: `1h30m0s`, `1m30s`, `1.5s`, `500ms`. */
function goDuration(ms) {
    if (ms < 1_000)
        return `${ms}ms`;
    const hours = Math.floor(ms / 3_600_000);
    const minutes = Math.floor((ms % 3_600_000) / 60_000);
    const seconds = `${(ms % 60_000) / 1_000}s`;
    if (hours > 0)
        return `${hours}h${minutes}m${seconds}`;
    return minutes > 0 ? `${minutes}m${seconds}` : seconds;
}


/***/ }),

/***/ 74799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ namesOnly),
/* harmony export */   JA: () => (/* binding */ isKnownHostsLine),
/* harmony export */   PP: () => (/* binding */ hostsOf)
/* harmony export */ });
/** `[@marker] hosts type key [comment]`: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. */
const knownHostsLine = /^(?:(@cert-authority|@revoked)[ \t]+)?(\S+)[ \t]+([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/]+={0,2})(?:[ \t].*)?$/;
/** Whether ssh reads a key from the line: the key itself says again of which type it is (RFC 4253, 6.6). */
function isKnownHostsLine(line) {
    const [, , , type = "", key = ""] = knownHostsLine.exec(line) ?? [];
    const bytes = Buffer.from(key, "base64");
    if (type === "" || bytes.length < 4)
        return false;
    const length = bytes.readUInt32BE(0);
    return length < bytes.length - 4 && bytes.toString("latin1", 4, 4 + length) === type;
}
/** The hosts that a line names in clear: no patterns, no hashes, no revoked keys. */
function hostsOf(line) {
    const [, marker, names = ""] = knownHostsLine.exec(line) ?? [];
    if (marker === "@revoked")
        return [];
    return names.split(",").flatMap((name) => {
        const [, bracketed, port = null] = /^\[([^\]*?!]+)\]:(\d+)$/.exec(name) ?? [];
        if (bracketed !== undefined)
            return [{ host: bracketed.toLowerCase(), port }];
        return /^[^|*?![\]]+$/.test(name) ? [{ host: name.toLowerCase(), port: null }] : [];
    });
}
/** Whether the line says in clear whom it is about: no hash, no pattern, no authority for many hosts. */
function namesOnly(line) {
    const [, marker, names = ""] = knownHostsLine.exec(line) ?? [];
    return marker === undefined && !/[|*?!]/.test(names);
}


/***/ }),

/***/ 60938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Ls: () => (/* binding */ pathStyle),
/* harmony export */   Vj: () => (/* binding */ styleOf),
/* harmony export */   _l: () => (/* binding */ pathInside),
/* harmony export */   fW: () => (/* binding */ placeName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);

/**
 * The path of `path` as seen from `parent`, with slashes, empty for `parent` itself; null when it is not below it. Both are absolute. A name that
 * merely begins with dots, such as `..x`, is no way out.
 */
function pathInside(parent, path, style) {
    const { relative, isAbsolute, sep } = style === "win32" ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    const way = relative(parent, path);
    if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way))
        return null;
    return way.replaceAll(sep, "/");
}
/** True when `path` is `parent` or below it; both absolute. */
function isInside(parent, path, style) {
    return pathInside(parent, path, style) !== null;
}
/** The style of an absolute path that may come from another machine, such as the inside of a container. */
function styleOf(path) {
    return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path) ? "win32" : "posix";
}
/** The style of a Node platform's own paths. */
function pathStyle(platform) {
    return platform === "win32" ? "win32" : "posix";
}
/** A directory of the repository in words, for a sentence. */
function placeName(dir) {
    return dir === "." ? "the repository's root" : dir;
}


/***/ }),

/***/ 92077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g$: () => (/* binding */ sanitizeLine),
  jZ: () => (/* binding */ sanitizeText),
  HF: () => (/* binding */ sanitizedLines)
});

// UNUSED EXPORTS: maxLineLength

;// CONCATENATED MODULE: ./build/stage/src/text/control-sequences.js
/** Everything but plain text and tabs: C0, DEL, C1, line and paragraph separators, bidirectional embeddings, overrides and isolates, the BOM. */
const special = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these end a control string
const stringEnd = /[\u0007\n\r\u0018\u001a\u001b\u009c]/g;
/** VT, FF, NEL and the separators part words, so they become a space; other control characters leave nothing. */
const spaces = new Set(["\u000b", "\u000c", "\u0085", "\u2028", "\u2029"]);
/** ECMA-48 8-bit controls and, below, what follows ESC for the same: DCS, SOS, OSC, PM, APC open a string. */
const stringOpeners = new Set(["\u0090", "\u0098", "\u009d", "\u009e", "\u009f"]);
const escapedStringOpeners = new Set(["P", "X", "]", "^", "_"]);
/**
 * A scanner of terminal output that may be fed in pieces of any size: it drops control sequences (ECMA-48: CSI, OSC, DCS, SOS, PM, APC, two-byte
 * escapes, in their 7-bit and 8-bit forms) and control characters, and tells where lines end (LF, CR LF, CR). A control
 * string that is never closed ends with its line, so it cannot hide what follows.
 */
function createScanner(sink) {
    let state = "text";
    /** Handles the piece that starts at `at` and answers where the next one starts; the same place when only the state changed. */
    const steps = {
        text: (chunk, at) => {
            const end = indexOf(special, chunk, at);
            if (end > at)
                sink.text(chunk.slice(at, end));
            if (end < chunk.length)
                state = control(chunk.charAt(end), sink);
            return end + 1;
        },
        "carriage-return": (chunk, at) => {
            const next = chunk.charAt(at);
            if (next === "\r")
                return at + 1;
            state = "text";
            sink.lineEnd(next !== "\n");
            return next === "\n" ? at + 1 : at;
        },
        escape: (chunk, at) => {
            const next = chunk.charAt(at);
            state = afterEscape(next);
            return isWithin(next, " ", "~") ? at + 1 : at;
        },
        "escape-intermediate": (chunk, at) => {
            const next = chunk.charAt(at);
            if (isWithin(next, " ", "/"))
                return at + 1;
            state = "text";
            return isWithin(next, "0", "~") ? at + 1 : at;
        },
        csi: (chunk, at) => {
            const next = chunk.charAt(at);
            if (isWithin(next, " ", "?"))
                return at + 1;
            state = "text";
            return isWithin(next, "@", "~") ? at + 1 : at;
        },
        string: (chunk, at) => {
            const end = indexOf(stringEnd, chunk, at);
            if (end === chunk.length)
                return end;
            const closer = chunk.charAt(end);
            state = closer === "\u001b" ? "string-escape" : "text";
            return closer === "\n" || closer === "\r" ? end : end + 1;
        },
        "string-escape": (chunk, at) => {
            const closed = chunk.charAt(at) === "\\";
            state = closed ? "text" : "escape";
            return closed ? at + 1 : at;
        },
    };
    return (chunk) => {
        for (let at = 0; at < chunk.length;)
            at = steps[state](chunk, at);
    };
}
/** What a control character in plain text does, and the state after it. */
function control(character, sink) {
    if (character === "\r")
        return "carriage-return";
    if (character === "\u001b")
        return "escape";
    if (character === "\u009b")
        return "csi";
    if (stringOpeners.has(character))
        return "string";
    if (character === "\n")
        sink.lineEnd(false);
    else if (spaces.has(character))
        sink.text(" ");
    return "text";
}
function afterEscape(character) {
    if (character === "[")
        return "csi";
    if (escapedStringOpeners.has(character))
        return "string";
    return isWithin(character, " ", "/") ? "escape-intermediate" : "text";
}
function isWithin(character, first, last) {
    return character >= first && character <= last;
}
/** The first match at or after `at`, else the length of the text. */
function indexOf(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.index ?? text.length;
}

;// CONCATENATED MODULE: ./build/stage/src/text/sanitize.js

/**
 * The one way of untrusted text (output of tools, names from the repository) to the log. What leaves it holds no control character but tab, no control
 * sequence, no bidirectional override and no half of a surrogate pair; no line is longer than the limit; and no line is a workflow command.
 *
 * The runner reads a command where a line starts, after blanks, with `::`, and where `##[` stands anywhere in it (actions/runner,
 * src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse). Both stay readable behind a backslash: `\::error::…` and `##\[error]…`. The
 * runner compares by culture, which skips invisible characters, so they are looked through here too.
 */
/** Characters (UTF-16 units) of one line that are shown; what is longer is cut with a note. */
const maxLineLength = 4_000;
const ignorable = "[\\p{Cf}\\p{Default_Ignorable_Code_Point}]";
/** .NET's TrimStart takes off Unicode's white space. */
const leadingCommand = new RegExp(`^((?:\\s|${ignorable})*):(${ignorable}*:)`, "u");
const bracketCommand = new RegExp(`(#${ignorable}*#${ignorable}*)\\[`, "gu");
const loneSurrogate = /\p{Surrogate}/gu;
/** Several lines: line ends become `\n`, everything else as described above. Plain text comes back unchanged. */
function sanitizeText(text, limit = maxLineLength) {
    const parts = [];
    const lines = createLines((line, ended) => parts.push(ended ? `${line}\n` : line), limit);
    lines.push(text);
    lines.end();
    return parts.join("");
}
/** One line, for messages and names: what were several lines is joined by blanks. */
function sanitizeLine(text, limit = maxLineLength) {
    const parts = [];
    const lines = createLines((line) => parts.push(line), limit);
    lines.push(text);
    lines.end();
    if (parts.length < 2)
        return parts[0] ?? "";
    // Joining may put a piece that was harmless alone behind blanks only, or make the line too long.
    return sanitizeLine(parts.join(" "), limit);
}
/** The lines of a stream of bytes (UTF-8; what is not becomes U+FFFD) or text. Holds one line of at most `limit` characters at a time. */
async function* sanitizedLines(source, limit = maxLineLength) {
    let ready = [];
    const decoder = new TextDecoder();
    const lines = createLines((line) => ready.push(line), limit);
    for await (const chunk of source) {
        lines.push(typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
        yield* ready;
        ready = [];
    }
    lines.push(decoder.decode());
    lines.end();
    yield* ready;
}
/** Collects lines from pieces of any size; `ended` is false for a last line without a line end. */
function createLines(emit, limit) {
    let text = "";
    let cut = 0;
    const finish = (ended) => {
        emit(finishLine(text, cut), ended);
        text = "";
        cut = 0;
    };
    const push = createScanner({
        text: (piece) => {
            const room = limit - text.length;
            text += piece.length > room ? piece.slice(0, room) : piece;
            cut += Math.max(0, piece.length - room);
        },
        lineEnd: (soft) => {
            if (!soft || text !== "")
                finish(true);
        },
    });
    return {
        push,
        end: () => {
            if (text !== "")
                finish(false);
        },
    };
}
function finishLine(text, cut) {
    if (cut === 0)
        return neutralise(text);
    const split = /[\ud800-\udbff]$/.test(text);
    const kept = split ? text.slice(0, -1) : text;
    return `${neutralise(kept)}… (${split ? cut + 1 : cut} more characters)`;
}
function neutralise(line) {
    return line.replace(loneSurrogate, "\ufffd").replace(leadingCommand, "$1\\:$2").replace(bracketCommand, "$1\\[");
}


/***/ }),

/***/ 83797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ secretTexts),
/* harmony export */   e: () => (/* binding */ isSecretName)
/* harmony export */ });
/**
 * Variables that hold secrets, as far as a name tells; upper and lower case are the same. GitHub masks what it knows in its log, but nothing in
 * files that are handed over.
 */
function isSecretName(name) {
    return /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|_KEY$|API_?KEY$/i.test(name);
}
/** Texts that are hidden because of the names of the variables that hold them: line by line, without what would make reports unreadable. */
function secretTexts(variables) {
    const texts = [...variables].flatMap(([name, value = ""]) => (isSecretName(name) ? value.split(/\r?\n/) : []));
    return [...new Set(texts.map((line) => line.trim()).filter(tellsSomething))];
}
const shortest = 8;
const longEnough = 16;
/**
 * `1`, `true`, `postgres`, `/run/secrets/key` stand in reports without being anybody's secret. So at least 8 characters, of two kinds (small and
 * capital letters, digits, others) or 16 in all, and no path.
 */
function tellsSomething(text) {
    if (text.length < shortest || isPath(text))
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text));
    return kinds.length > 1 || text.length >= longEnough;
}
/** Base64 may begin with a slash as well, but hardly goes on with small letters and another one. */
function isPath(text) {
    return /^(?:~|\.\.?|[A-Za-z]:)[\\/]/.test(text) || /^\/(?:[a-z]+|Users)\//.test(text);
}


/***/ }),

/***/ 24968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   mU: () => (/* binding */ assignment),
/* harmony export */   q$: () => (/* binding */ shellCommand),
/* harmony export */   r7: () => (/* binding */ shellWord),
/* harmony export */   zX: () => (/* binding */ inDirectory)
/* harmony export */ });
/** What a POSIX shell needs no quotes for. */
const plainWord = /^[A-Za-z0-9_@%+=:,./-]+$/;
function quoted(word) {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
/** One word of a POSIX shell command line. */
function shellWord(word) {
    return plainWord.test(word) ? word : quoted(word);
}
/** `NAME=value` in front of a command. null, and what would not stay on one line: the value that the reader's environment has. */
function assignment(name, value) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return value === null || /[\u0000-\u001f\u007f]/.test(value) ? `${name}="$${name}"` : `${name}=${shellWord(value)}`;
}
/** A command for the root of the repository that runs in one of its directories. */
function inDirectory(dir, command) {
    // Without ./ a directory called `-` would be the one before.
    return dir === "." ? command : `(cd ${shellWord(dir.startsWith("-") ? `./${dir}` : dir)} && ${command})`;
}
/** A command line for people, to be run at the root of the repository. */
function shellCommand(moduleDir, words, env = {}) {
    const assignments = Object.entries(env).map(([name, value]) => assignment(name, value));
    return inDirectory(moduleDir, [...assignments, ...words.map(shellWord)].join(" "));
}


/***/ }),

/***/ 92784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21916);

/** The known word that the user most likely meant, null when none is near enough to be worth a guess. */
function nearest(word, known) {
    const wanted = word.toLowerCase();
    // Comparing costs the product of the lengths; no known word is this long.
    if (wanted.length > 64)
        return null;
    let best = null;
    let bestDistance = Math.ceil(wanted.length / 3) + 1;
    for (const candidate of known) {
        const edits = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, candidate.toLowerCase());
        if (edits < bestDistance) {
            best = candidate;
            bestDistance = edits;
        }
    }
    return best;
}
/** `; did you mean "x"?`, or nothing. */
function didYouMean(word, known) {
    const guess = nearest(word, known);
    return guess === null ? "" : `; did you mean "${guess}"?`;
}


/***/ }),

/***/ 83711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ variable),
/* harmony export */   s: () => (/* binding */ withVariables)
/* harmony export */ });
/**
 * The value of an environment variable. Windows takes `Path` and `PATH` for the same; the environment that Node hands out does so too, a copy of it does not
 * (https://nodejs.org/docs/latest-v20.x/api/process.html#processenv).
 */
function variable(env, name, windows) {
    const exact = env[name];
    if (exact !== undefined || !windows)
        return exact ?? null;
    const key = name.toUpperCase();
    return Object.entries(env).find(([other, value]) => value !== undefined && other.toUpperCase() === key)?.[1] ?? null;
}
/** Variables with more of them, the later winning. On Windows two spellings are one variable, under the name it had first. */
function withVariables(base, added, windows) {
    const result = {};
    const spelling = new Map();
    for (const [name, value] of [...Object.entries(base), ...Object.entries(added)]) {
        if (value === undefined)
            continue;
        const key = windows ? name.toUpperCase() : name;
        const known = spelling.get(key) ?? name;
        spelling.set(key, known);
        result[known] = value;
    }
    return result;
}


/***/ }),

/***/ 9540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fT: () => (/* binding */ expand)
});

// UNUSED EXPORTS: EXPANSION_MAX, EXPANSION_MAX_DEPTH, EXPANSION_MAX_LENGTH, EXPANSION_MAX_REWRITES, EXPANSION_MAX_STEPS, default

;// CONCATENATED MODULE: ./node_modules/balanced-match/dist/esm/index.js
const balanced = (a, b, str) => {
    const ma = a instanceof RegExp ? maybeMatch(a, str) : a;
    const mb = b instanceof RegExp ? maybeMatch(b, str) : b;
    const r = ma !== null && mb != null && range(ma, mb, str);
    return (r && {
        start: r[0],
        end: r[1],
        pre: str.slice(0, r[0]),
        body: str.slice(r[0] + ma.length, r[1]),
        post: str.slice(r[1] + mb.length),
    });
};
const maybeMatch = (reg, str) => {
    const m = str.match(reg);
    return m ? m[0] : null;
};
const range = (a, b, str) => {
    let begs, beg, left, right = undefined, result;
    let ai = str.indexOf(a);
    let bi = str.indexOf(b, ai + 1);
    let i = ai;
    if (ai >= 0 && bi > 0) {
        if (a === b) {
            return [ai, bi];
        }
        begs = [];
        left = str.length;
        while (i >= 0 && !result) {
            if (i === ai) {
                begs.push(i);
                ai = str.indexOf(a, i + 1);
            }
            else if (begs.length === 1) {
                const r = begs.pop();
                if (r !== undefined)
                    result = [r, bi];
            }
            else {
                beg = begs.pop();
                if (beg !== undefined && beg < left) {
                    left = beg;
                    right = bi;
                }
                bi = str.indexOf(b, i + 1);
            }
            i = ai < bi && ai >= 0 ? ai : bi;
        }
        if (begs.length && right !== undefined) {
            result = [left, right];
        }
    }
    return result;
};
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/brace-expansion/dist/esm/index.js

const escSlash = '\0SLASH' + Math.random().toFixed(16) + '\0';
const escOpen = '\0OPEN' + Math.random().toFixed(16) + '\0';
const escClose = '\0CLOSE' + Math.random().toFixed(16) + '\0';
const escComma = '\0COMMA' + Math.random().toFixed(16) + '\0';
const escPeriod = '\0PERIOD' + Math.random().toFixed(16) + '\0';
const escSlashPattern = new RegExp(escSlash, 'g');
const escOpenPattern = new RegExp(escOpen, 'g');
const escClosePattern = new RegExp(escClose, 'g');
const escCommaPattern = new RegExp(escComma, 'g');
const escPeriodPattern = new RegExp(escPeriod, 'g');
const slashPattern = /\\\\/g;
const openPattern = /\\{/g;
const closePattern = /\\}/g;
const commaPattern = /\\,/g;
const periodPattern = /\\\./g;
const EXPANSION_MAX = 100_000;
// `EXPANSION_MAX` caps the *number* of expansions, but not their length. An
// input like `'{a,b}'.repeat(1500)` stays under that count - its output is
// truncated to 100k results - while making every result ~1500 characters
// long. The result set, and the intermediate arrays built while combining
// brace sets, then grow large enough to exhaust memory and crash the process
// (CVE-2026-14257). `EXPANSION_MAX_LENGTH` bounds the total number of
// characters the accumulator may hold at any point, so memory stays flat no
// matter how many brace groups are chained. The limit sits well above any
// realistic expansion (100k results hitting `EXPANSION_MAX` measure ~1M
// characters) so legitimate input is unaffected.
const EXPANSION_MAX_LENGTH = 4_000_000;
// `expand_` recurses once per level of brace *nesting* - both when expanding a
// set's comma members and when re-wrapping a set whose body is a single part.
// The CVE-2026-14257 fix made the *tail* iterative (recursion on `m.post`, one
// level per chained group), which left nesting depth unbounded: about 3,100
// levels of `{{{...a,b...}}}` - only ~6KB of input - exhausted the native stack
// and crashed the process. `EXPANSION_MAX_DEPTH` bounds how deep the parser
// will follow nesting. It sits far above any realistic pattern and well below
// the depth at which the stack runs out.
const EXPANSION_MAX_DEPTH = 1_000;
// Bash keeps a quirk where a brace group followed by a comma set still expands
// (`{a},b}`). The parser implements it by rewriting the string and restarting
// the scan, absorbing one `}` per pass. `n` trailing braces therefore cost `n`
// full passes over a string that itself grows by one `escClose` sentinel each
// time - quadratic in `n`, with a ~26x constant from the sentinel's length.
// 128KB of `'{a}' + '}'.repeat(n) + ',z}'` blocked the event loop for 27
// seconds to produce two results. `EXPANSION_MAX_REWRITES` bounds how many
// times the scan may restart. Real `{a},b}` input needs a handful.
const EXPANSION_MAX_REWRITES = 1_000;
// `EXPANSION_MAX_STEPS` bounds the work one `expand` call does, which `max`,
// `maxLength` and `maxDepth` don't: nested sets are rescanned at every level
// and chained groups each rebuild up to `max` results, so 2KB of input could
// block the event loop for over 30 seconds. Each character scanned, result
// built and sequence value generated is a step, and each `expand_` call costs
// `CALL_STEPS` more. Past the budget, the set being expanded and everything
// after it stay literal. A glob needs a few hundred steps, and nesting all the
// way to `EXPANSION_MAX_DEPTH` about 4M.
const EXPANSION_MAX_STEPS = 20_000_000;
// What one `expand_` call costs on top of what it scans and builds. Setting
// one up takes about as long as scanning 16 characters, and a set whose
// results are wrapped to be expanded again makes one call per result, each
// scanning and building next to nothing: 64KB of
// `('{{' + ','.repeat(316) + '}{' + ','.repeat(316) + '}}').repeat(n)` made
// 4M such calls, which spent the budget three times as slowly as anything
// else.
const CALL_STEPS = 16;
function numeric(str) {
    return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
    return str
        .replace(slashPattern, escSlash)
        .replace(openPattern, escOpen)
        .replace(closePattern, escClose)
        .replace(commaPattern, escComma)
        .replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
    return str
        .replace(escSlashPattern, '\\')
        .replace(escOpenPattern, '{')
        .replace(escClosePattern, '}')
        .replace(escCommaPattern, ',')
        .replace(escPeriodPattern, '.');
}
// Like `target.push(...items)` but doesn't overflow the stack
function pushAll(target, items) {
    for (let i = 0; i < items.length; i++) {
        target.push(items[i]);
    }
}
// `balanced`, run on `masked` (see `maskUnmatchedOpens`), sliced from `str`
// and charged for the characters it walks: up to the group's `}`, or the
// whole string when there is no match or unmatched `{` come first, which
// `unmatched` then flags for masking. Once a call overdraws the budget, it
// and every later one return undefined, so the rest stays literal.
function balancedWithBudget(str, masked, budget) {
    if (budget.remaining < 0) {
        return undefined;
    }
    const r = range('{', '}', masked);
    const unmatched = r !== undefined && masked.indexOf('{') < r[0];
    budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
    if (!r || budget.remaining < 0) {
        return undefined;
    }
    return {
        end: r[1],
        pre: str.slice(0, r[0]),
        body: str.slice(r[0] + 1, r[1]),
        post: str.slice(r[1] + 1),
        unmatched,
    };
}
// `masked` with every `{` that has no matching `}` swapped for a `\0`, which
// keeps the length, so a scan of it still lines up with the string it was
// made from. Such a `{` is literal either way, but `balanced` only learns that
// one is unmatched by reading to the end of the string, so with one at the
// head of every group (`'{a,{b,c}'.repeat(n)`) each scan read the rest of the
// input. That was quadratic, and once the step budget charged for it, it ran
// out partway through and left the rest literal. A scan of the masked copy
// stops at the group's `}`. It is one pass, charged as such.
function maskUnmatchedOpens(masked, budget) {
    budget.remaining -= masked.length;
    const open = [];
    for (let i = 0; i < masked.length; i++) {
        const c = masked.charCodeAt(i);
        if (c === 0x7b) {
            open.push(i);
        }
        else if (c === 0x7d && open.length) {
            open.pop();
        }
    }
    let out = '';
    let last = 0;
    for (let i = 0; i < open.length; i++) {
        const at = open[i];
        out += masked.slice(last, at) + '\0';
        last = at + 1;
    }
    return out + masked.slice(last);
}
// Whether `str` has a `,` not followed by another `,`, with a `}` after it on
// the same line - what `/,(?!,).*\}/.test(str)` asks, answered in one pass from
// the end. The regex tries every `,` and backtracks through the rest of its
// line from each, which is quadratic, and the `{a},b}` rewrite asks again on
// every pass. Like a scan, it is charged for the whole string and refused if
// that overdraws the budget.
function commaSetFollows(str, budget) {
    budget.remaining -= str.length;
    if (budget.remaining < 0) {
        return false;
    }
    // Whether a `}` follows the current position before the line ends
    let close = false;
    for (let i = str.length - 1; i >= 0; i--) {
        const c = str.charCodeAt(i);
        if (c === 0x7d) {
            close = true;
        }
        else if (c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029) {
            // A line terminator, which `.` does not match
            close = false;
        }
        else if (c === 0x2c && close && str.charCodeAt(i + 1) !== 0x2c) {
            return true;
        }
    }
    return false;
}
/**
 * Basically just str.split(","), but handling cases
 * where we have nested braced sections, which should be
 * treated as individual members, like {a,{b,c},d}
 *
 * Returns `undefined` if the step budget runs out before the whole set is
 * split, since splitting what is left on every comma would tear apart the
 * nested sets it still holds.
 */
function parseCommaParts(str, budget) {
    const parts = [];
    // Walk the brace groups iteratively. Recursing on `post` once per group let a
    // chain of them exhaust the stack - the parsing-side counterpart to
    // the `expand_` overflow fixed for CVE-2026-14257, and not something `max` or
    // `maxLength` can bound, since it happens before expansion.
    //
    // The part the next chunk continues
    let carry = '';
    for (;;) {
        // A set's body holds no unmatched `{`, so there is nothing to mask.
        const m = balancedWithBudget(str, str, budget);
        if (budget.remaining < 0) {
            return undefined;
        }
        if (!m) {
            const tail = str.split(',');
            tail[0] = carry + tail[0];
            pushAll(parts, tail);
            return parts;
        }
        const { pre, body, post } = m;
        const p = pre.split(',');
        p[0] = carry + p[0];
        p[p.length - 1] += '{' + body + '}';
        if (!post.length) {
            pushAll(parts, p);
            return parts;
        }
        carry = p.pop();
        pushAll(parts, p);
        str = post;
    }
}
// An option that is left out, or that is NaN, gets its default. Every
// comparison against NaN is false, so a NaN bound would never be reached:
// `{ maxSteps: NaN }` let 15KB of input block the event loop for 16 seconds,
// and `{ maxDepth: NaN }` overflowed the stack again (CVE-2026-102278). Pass
// `Infinity` to lift a bound.
function bound(value, fallback) {
    return value === undefined || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
    if (!str) {
        return [];
    }
    const max = bound(options.max, EXPANSION_MAX);
    const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
    const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
    const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
    const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
    // I don't know why Bash 4.3 does this, but it does.
    // Anything starting with {} will have the first two bytes preserved
    // but *only* at the top level, so {},a}b will not expand to anything,
    // but a{},b}c will be expanded to [a}c,abc].
    // One could argue that this is a bug in Bash, but since the goal of
    // this module is to match Bash's rules, we escape a leading {}
    if (str.slice(0, 2) === '{}') {
        str = '\\{\\}' + str.slice(2);
    }
    return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
    return '{' + str + '}';
}
function isPadded(el) {
    return /^-?0\d/.test(el);
}
function lte(i, y) {
    return i <= y;
}
function gte(i, y) {
    return i >= y;
}
// Build `{ acc[a] + pre + values[v] }` for every combination, capping the
// number of results at `max` and the total number of characters at `maxLength`.
// This is the one place output grows, so bounding it here keeps the single
// accumulator - and therefore memory - flat regardless of how many brace groups
// are combined (CVE-2026-14257). Each result built is a step, since `max` and
// `maxLength` bound one combination, not how many brace groups are combined.
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
    const out = [];
    let length = 0;
    // Bash drops empty results at the top level, and they don't count against
    // `max`, so `max` bounds the number of *kept* results. Only an empty
    // `acc[a] + pre` can make one, so for those the empty values are skipped
    // without being visited. Visiting them one at a time let a set of empties
    // cost `acc.length * values.length` while keeping nothing.
    let nonEmpty;
    outer: for (let a = 0; a < acc.length; a++) {
        const prefix = acc[a] + pre;
        let vs = values;
        if (dropEmpties && !prefix) {
            if (!nonEmpty)
                nonEmpty = values.filter(v => v);
            vs = nonEmpty;
        }
        for (let v = 0; v < vs.length; v++) {
            if (out.length >= max)
                break outer;
            const expansion = prefix + vs[v];
            if (length + expansion.length > maxLength)
                break outer;
            out.push(expansion);
            length += expansion.length;
        }
    }
    budget.remaining -= out.length;
    return out;
}
// The expansion values of a single numeric (`1..5`) or alphabetic (`a..e..2`)
// sequence body, or `undefined` if the step budget runs out generating them.
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
    const n = body.split(/\.\./);
    const N = [];
    // A sequence body always splits into two or three parts, but the compiler
    // can't know that.
    /* c8 ignore start */
    if (n[0] === undefined || n[1] === undefined) {
        return N;
    }
    /* c8 ignore stop */
    const x = numeric(n[0]);
    const y = numeric(n[1]);
    const width = Math.max(n[0].length, n[1].length);
    let incr = n.length === 3 && n[2] !== undefined ?
        Math.max(Math.abs(numeric(n[2])), 1)
        : 1;
    let test = lte;
    const reverse = y < x;
    if (reverse) {
        incr *= -1;
        test = gte;
    }
    const pad = n.some(isPadded);
    // A padded value is built a character at a time to `width`, which the input
    // sets, so it costs one step per character: 64KB of
    // `('{' + '0'.repeat(100) + '..99999}').repeat(n)` took 7 seconds charged
    // one step per value.
    const cost = pad ? width : 1;
    let length = 0;
    for (let i = x; test(i, y) && N.length < max; i += incr) {
        // Each value is a step. `max` and `maxLength` bound one sequence, but a
        // chain of them still generated up to `max` values each, however few
        // combining could keep.
        budget.remaining -= cost;
        if (budget.remaining < 0) {
            return undefined;
        }
        let c;
        if (isAlphaSequence) {
            c = String.fromCharCode(i);
            if (c === '\\') {
                c = '';
            }
        }
        else {
            c = String(i);
            if (pad) {
                const need = width - c.length;
                if (need > 0) {
                    const z = new Array(need + 1).join('0');
                    if (i < 0) {
                        c = '-' + z + c.slice(1);
                    }
                    else {
                        c = z + c;
                    }
                }
            }
        }
        if (length + c.length > maxLength)
            break;
        N.push(c);
        length += c.length;
    }
    return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
    // An overdraft here makes the first scan refuse, so `str` stays literal.
    budget.remaining -= CALL_STEPS;
    // Too deeply nested to keep following: treat the rest as literal, the same
    // way a group that cannot expand is already handled. Truncating rather than
    // throwing keeps `expand` total, matching `max` and `maxLength`.
    if (depth > maxDepth) {
        return [str];
    }
    // Consume the string's top-level brace groups left to right, threading a
    // running set of combined prefixes (`acc`). Expanding the tail iteratively -
    // rather than recursing on `m.post` once per group - keeps the native stack
    // depth constant, so deeply chained input (`'{a,b}'.repeat(3000)`) can no
    // longer overflow the stack, and leaves a single accumulator whose size
    // `maxLength` bounds directly (CVE-2026-14257).
    let acc = [''];
    // Bash drops empty results, but only when the *first* top-level group is a
    // comma set - a sequence like `{a..\}` may legitimately yield ''. The drop
    // is on the final strings, so it is applied to whichever `combine` produces
    // them (the one with no brace set left in the tail).
    // How many times the `{a},b}` rewrite below has restarted the scan. Each pass
    // re-reads the whole string, so leaving this unbounded is quadratic.
    let rewrites = 0;
    let dropEmpties = false;
    let firstGroup = true;
    // `str` with its unmatched `{` masked, once a scan has run into them
    let masked = str;
    for (;;) {
        const m = balancedWithBudget(str, masked, budget);
        // No brace set left, or no step budget left to look for one: the rest of
        // the string is literal.
        if (!m) {
            return combine(acc, str, [''], max, maxLength, dropEmpties, budget);
        }
        if (m.unmatched) {
            masked = maskUnmatchedOpens(masked, budget);
        }
        // no need to expand pre, since it is guaranteed to be free of brace-sets
        const pre = m.pre;
        // This set and the rest of the string, literal: for a set that cannot
        // expand, and for one the step budget runs out on. Once it is overdrawn,
        // every set still being expanded, at every level, stays literal like this -
        // otherwise each level above would go on combining, and wrapping and
        // expanding again, results the budget was too small for.
        const literal = () => combine(acc, pre + '{' + m.body + '}' + m.post, [''], max, maxLength, dropEmpties, budget);
        if (/\$$/.test(pre)) {
            acc = combine(acc, pre + '{' + m.body + '}', [''], max, maxLength, dropEmpties && !m.post.length, budget);
            firstGroup = false;
            if (!m.post.length)
                break;
            str = m.post;
            masked = masked.slice(m.end + 1);
            continue;
        }
        const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
        const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
        const isSequence = isNumericSequence || isAlphaSequence;
        const isOptions = m.body.indexOf(',') >= 0;
        if (!isSequence && !isOptions) {
            // {a},b}
            if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
                rewrites++;
                str = m.pre + '{' + m.body + escClose + m.post;
                // Taking a `}` away never gives an unmatched `{` a partner, so what
                // is masked stays unmatched. The `{` it closed can be left without
                // one, and the next scan masks it.
                masked =
                    masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
                isTop = true;
                continue;
            }
            // Nothing here expands, so the whole remaining string is literal.
            return literal();
        }
        if (firstGroup) {
            dropEmpties = isTop && !isSequence;
            firstGroup = false;
        }
        let values;
        if (isSequence) {
            values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
            if (!values) {
                return literal();
            }
        }
        else {
            let n = parseCommaParts(m.body, budget);
            // The step budget ran out partway through the set.
            if (!n) {
                return literal();
            }
            if (n.length === 1 && n[0] !== undefined) {
                // x{{a,b}}y ==> x{a}y x{b}y
                n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
                // The step budget ran out expanding the set's only part.
                if (budget.remaining < 0) {
                    return literal();
                }
                //XXX is this necessary? Can't seem to hit it in tests.
                /* c8 ignore start */
                if (n.length === 1) {
                    const next = combine(acc, pre + n[0], [''], max, maxLength, dropEmpties && !m.post.length, budget);
                    if (budget.remaining < 0) {
                        return literal();
                    }
                    acc = next;
                    if (!m.post.length)
                        break;
                    str = m.post;
                    masked = masked.slice(m.end + 1);
                    continue;
                }
                /* c8 ignore stop */
            }
            // Values that `combine` is going to drop as empty produce no result, so
            // they must not count against `max` - otherwise `{a,,b}` with `max: 2`
            // would stop at `['a', '']` and yield one result instead of two. Skipping
            // them outright keeps `values` bounded while leaving `max` a bound on
            // *kept* results.
            let dropsEmpties = dropEmpties && !m.post.length && !pre;
            for (let d = 0; dropsEmpties && d < acc.length; d++) {
                if (acc[d]) {
                    dropsEmpties = false;
                }
            }
            values = [];
            let valuesLength = 0;
            outer: for (let j = 0; j < n.length; j++) {
                const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
                // The step budget ran out expanding a member.
                if (budget.remaining < 0) {
                    return literal();
                }
                for (let k = 0; k < expanded.length; k++) {
                    const v = expanded[k];
                    if (dropsEmpties && !v)
                        continue;
                    if (values.length >= max ||
                        valuesLength + v.length > maxLength) {
                        break outer;
                    }
                    values.push(v);
                    valuesLength += v.length;
                }
            }
        }
        const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
        // The step budget ran out combining the set's values in.
        if (budget.remaining < 0) {
            return literal();
        }
        acc = next;
        if (!m.post.length)
            break;
        str = m.post;
        masked = masked.slice(m.end + 1);
    }
    return acc;
}

//# sourceMappingURL=index.js.map

/***/ }),

/***/ 37291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  jr: () => (/* binding */ FILE_HEADERS_ONLY),
  Gu: () => (/* binding */ formatPatch),
  YB: () => (/* binding */ structuredPatch)
});

// UNUSED EXPORTS: INCLUDE_HEADERS, OMIT_HEADERS, createPatch, createTwoFilesPatch

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}


/***/ }),

/***/ 73857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parsePatch)
/* harmony export */ });
/**
 * Parses a unified diff format patch into a structured patch object.
 *
 * `parsePatch` has some understanding of Git's particular dialect of unified diff format.
 * When parsing a Git patch, each index in the result may contain additional
 * fields (`isRename`, `isBinary`, etc) not included in the data structure returned by
 * `structuredPatch`; see the `StructuredPatch` interface for a full list.
 *
 * @return a JSON object representation of the patch, suitable for use with the `applyPatch`
 * method. This parses to the same structure returned by `structuredPatch`, except that
 * `oldFileName` and `newFileName` may be `undefined` if the patch doesn't contain enough
 * information to determine them (e.g. a hunk-only patch with no file headers).
 */
function parsePatch(uniDiff) {
    const diffstr = uniDiff.split(/\n/), list = [];
    let i = 0;
    // These helper functions identify line types that can appear between files
    // in a multi-file patch. Keeping them in one place avoids subtle
    // inconsistencies from having the same regexes duplicated in multiple places.
    // Matches `diff --git ...` lines specifically.
    function isGitDiffHeader(line) {
        return (/^diff --git /).test(line);
    }
    // Matches lines that denote the start of a new diff's section in a
    // multi-file patch: `diff --git ...`, `Index: ...`, or `diff -r ...`.
    function isDiffHeader(line) {
        return isGitDiffHeader(line)
            || (/^Index:\s/).test(line)
            || (/^diff(?: -r \w+)+\s/).test(line);
    }
    // Matches `--- ...` and `+++ ...` file header lines.
    function isFileHeader(line) {
        return (/^(---|\+\+\+)\s/).test(line);
    }
    // Matches `@@ ...` hunk header lines.
    function isHunkHeader(line) {
        return (/^@@\s/).test(line);
    }
    function parseIndex() {
        var _a;
        const index = {};
        index.hunks = [];
        list.push(index);
        // Parse diff metadata
        let seenDiffHeader = false;
        while (i < diffstr.length) {
            const line = diffstr[i];
            // File header (---, +++) or hunk header (@@) found; end parsing diff metadata
            if (isFileHeader(line) || isHunkHeader(line)) {
                break;
            }
            // The next two branches handle recognized diff headers. Note that
            // isDiffHeader deliberately does NOT match arbitrary `diff`
            // commands like `diff -u -p -r1.1 -r1.2`, because in some
            // formats (e.g. CVS diffs) such lines appear as metadata within
            // a single file's header section, after an `Index:` line. See the
            // diffx documentation (https://diffx.org) for examples.
            //
            // In both branches: if we've already seen a diff header for *this*
            // file and now we encounter another one, it must belong to the
            // next file, so break.
            if (isGitDiffHeader(line)) {
                if (seenDiffHeader) {
                    return;
                }
                seenDiffHeader = true;
                index.isGit = true;
                // Parse the old and new filenames from the `diff --git` header and
                // tentatively set oldFileName and newFileName from them. These may
                // be overridden below by `rename from` / `rename to` or `copy from` /
                // `copy to` extended headers, or by --- and +++ lines. But for Git
                // diffs that lack all of those (e.g. mode-only changes, binary
                // file changes without rename), these are the only filenames we
                // get.
                // parseGitDiffHeader returns null if the header can't be parsed
                // (e.g. unterminated quoted filename, or unexpected format). In
                // that case we skip setting filenames here; they may still be
                // set from --- / +++ or rename from / rename to lines below.
                const paths = parseGitDiffHeader(line);
                if (paths) {
                    index.oldFileName = paths.oldFileName;
                    index.newFileName = paths.newFileName;
                }
                // Consume Git extended headers (`old mode`, `new mode`, `rename from`,
                // `rename to`, `similarity index`, `index`, `Binary files ... differ`,
                // etc.)
                i++;
                while (i < diffstr.length) {
                    const extLine = diffstr[i];
                    // Stop consuming extended headers if we hit a file header,
                    // hunk header, or another diff header.
                    if (isFileHeader(extLine) || isHunkHeader(extLine) || isDiffHeader(extLine)) {
                        break;
                    }
                    // Parse `rename from` / `rename to` lines - these give us
                    // unambiguous filenames. These lines don't include the
                    // a/ and b/ prefixes that appear in the `diff --git` header
                    // and --- / +++ lines, so we add them for consistency.
                    // Git C-style quotes filenames containing special characters
                    // (tabs, newlines, backslashes, double quotes), so we must
                    // unquote them when present.
                    const renameFromMatch = (/^rename from (.*)/).exec(extLine);
                    if (renameFromMatch) {
                        index.oldFileName = 'a/' + unquoteIfQuoted(renameFromMatch[1]);
                        index.isRename = true;
                    }
                    const renameToMatch = (/^rename to (.*)/).exec(extLine);
                    if (renameToMatch) {
                        index.newFileName = 'b/' + unquoteIfQuoted(renameToMatch[1]);
                        index.isRename = true;
                    }
                    // Parse copy from / copy to lines similarly
                    const copyFromMatch = (/^copy from (.*)/).exec(extLine);
                    if (copyFromMatch) {
                        index.oldFileName = 'a/' + unquoteIfQuoted(copyFromMatch[1]);
                        index.isCopy = true;
                    }
                    const copyToMatch = (/^copy to (.*)/).exec(extLine);
                    if (copyToMatch) {
                        index.newFileName = 'b/' + unquoteIfQuoted(copyToMatch[1]);
                        index.isCopy = true;
                    }
                    const newFileModeMatch = (/^new file mode (\d+)/).exec(extLine);
                    if (newFileModeMatch) {
                        index.isCreate = true;
                        index.newMode = newFileModeMatch[1];
                    }
                    const deletedFileModeMatch = (/^deleted file mode (\d+)/).exec(extLine);
                    if (deletedFileModeMatch) {
                        index.isDelete = true;
                        index.oldMode = deletedFileModeMatch[1];
                    }
                    const oldModeMatch = (/^old mode (\d+)/).exec(extLine);
                    if (oldModeMatch) {
                        index.oldMode = oldModeMatch[1];
                    }
                    const newModeMatch = (/^new mode (\d+)/).exec(extLine);
                    if (newModeMatch) {
                        index.newMode = newModeMatch[1];
                    }
                    if ((/^Binary files /).test(extLine)) {
                        index.isBinary = true;
                    }
                    i++;
                }
                continue;
            }
            else if (isDiffHeader(line)) {
                if (seenDiffHeader) {
                    return;
                }
                seenDiffHeader = true;
                // For Mercurial-style headers like
                //     diff -r 9117c6561b0b -r 273ce12ad8f1 .hgignore
                // or Index: headers like
                //     Index: something with multiple words
                // we extract the trailing filename as the index.
                //
                // TODO: It seems awkward that we indiscriminately trim off
                //       trailing whitespace here. Theoretically, couldn't that
                //       be meaningful - e.g. if the patch represents a diff of a
                //       file whose name ends with a space? Seems wrong to nuke
                //       it. But this behaviour has been around since v2.2.1 in
                //       2015, so if it's going to change, it should be done
                //       cautiously and in a new major release, for
                //       backwards-compat reasons.
                //       -- ExplodingCabbage
                const headerMatch = (/^(?:Index:|diff(?: -r \w+)+)\s+/).exec(line);
                if (headerMatch) {
                    index.index = line.substring(headerMatch[0].length).trim();
                }
            }
            i++;
        }
        // Parse file headers if they are defined. Unified diff requires them, but
        // there's no technical issues to have an isolated hunk without file header
        parseFileHeader(index);
        parseFileHeader(index);
        // If we got one file header but not the other, that's a malformed patch.
        if ((index.oldFileName === undefined) !== (index.newFileName === undefined)) {
            throw new Error('Missing ' + (index.oldFileName !== undefined ? '"+++ ..."' : '"--- ..."')
                + ' file header for ' + ((_a = index.oldFileName) !== null && _a !== void 0 ? _a : index.newFileName));
        }
        while (i < diffstr.length) {
            const line = diffstr[i];
            if (isDiffHeader(line) || isFileHeader(line) || (/^===================================================================/).test(line)) {
                break;
            }
            else if (isHunkHeader(line)) {
                index.hunks.push(parseHunk());
            }
            else {
                // Skip blank lines and any other unrecognized content between
                // or after hunks. Real-world examples of such content include:
                //   - `Only in <dir>: <file>` from GNU `diff -r`
                //   - `Property changes on:` sections from `svn diff`
                //   - Trailing prose or commentary in email patches
                // GNU `patch` tolerates all of these, and so do we.
                i++;
            }
        }
    }
    /**
     * Parses the old and new filenames from a `diff --git` header line.
     *
     * The format is:
     *     diff --git a/<old-path> b/<new-path>
     *
     * When filenames contain special characters (including newlines, tabs,
     * backslashes, or double quotes), Git quotes them with C-style escaping:
     *     diff --git "a/file\twith\ttabs.txt" "b/file\twith\ttabs.txt"
     *
     * When filenames don't contain special characters and the old and new names
     * are the same, we can unambiguously split on ` b/` by finding where the
     * two halves (including their a/ and b/ prefixes) yield matching bare names.
     *
     * A pathological case exists in which we cannot reliably determine the paths
     * from the `diff --git` header. This case is when the following are true:
     * - the old and new file paths differ
     * - they are both unquoted (i.e. contain no special characters)
     * - at least one of the underlying file paths includes the substring ` b/`
     * In this scenario, we do not know which occurrence of ` b/` indicates the
     * start of the new file path, so the header is inherently ambiguous. We thus
     * select a possible interpretation arbitrarily and return that.
     *
     * Fortunately, this ambiguity should never matter, because in any patch
     * genuinely output by Git in which this pathological scenario occurs, there
     * must also be `rename from`/`rename to` or `copy from`/`copy to` extended
     * headers present below the `diff --git` header. `parseIndex` will parse
     * THOSE headers, from which we CAN unambiguously determine the filenames,
     * and will discard the result returned by this function.
     *
     * Returns null if the header can't be parsed at all — e.g. a quoted filename
     * has an unterminated quote, or if the unquoted header doesn't match the
     * expected `a/... b/...` format. In that case, the caller (parseIndex)
     * skips setting oldFileName/newFileName from this header, but they may
     * still be set later from `---`/`+++` lines or `rename from`/`rename to`
     * extended headers; if none of those are present either, they'll remain
     * undefined in the output.
     */
    function parseGitDiffHeader(line) {
        // Strip the "diff --git " prefix
        const rest = line.substring('diff --git '.length);
        // Handle quoted paths: "a/path" "b/path"
        // Git quotes paths when they contain characters like newlines, tabs,
        // backslashes, or double quotes (but notably not spaces).
        if (rest.startsWith('"')) {
            const oldPath = parseQuotedFileName(rest);
            if (oldPath === null) {
                return null;
            }
            const afterOld = rest.substring(oldPath.rawLength + 1); // +1 for space
            let newFileName;
            if (afterOld.startsWith('"')) {
                const newPath = parseQuotedFileName(afterOld);
                if (newPath === null) {
                    return null;
                }
                newFileName = newPath.fileName;
            }
            else {
                newFileName = afterOld;
            }
            return {
                oldFileName: oldPath.fileName,
                newFileName
            };
        }
        // Check if the second path is quoted
        // e.g. diff --git a/simple "b/renamed\nnewline.txt"
        const quoteIdx = rest.indexOf('"');
        if (quoteIdx > 0) {
            const oldFileName = rest.substring(0, quoteIdx - 1);
            const newPath = parseQuotedFileName(rest.substring(quoteIdx));
            if (newPath === null) {
                return null;
            }
            return {
                oldFileName,
                newFileName: newPath.fileName
            };
        }
        // Unquoted paths. Try to find the split point.
        // The format is: a/<old-path> b/<new-path>
        //
        // Note the potential ambiguity caused by the possibility of the file paths
        // themselves containing the substring ` b/`, plus the pathological case
        // described in the comment above.
        //
        // Strategy: find all occurrences of " b/" and split on the middle
        // one. When old and new names are the same (which is the only case where
        // we can't rely on extended headers later in the patch so HAVE to get
        // this right), this will always be the correct split.
        if (rest.startsWith('a/')) {
            const splits = [];
            let idx = 0;
            while (true) {
                idx = rest.indexOf(' b/', idx + 1);
                if (idx === -1) {
                    break;
                }
                splits.push(idx);
            }
            if (splits.length > 0) {
                const mid = splits[Math.floor(splits.length / 2)];
                return {
                    oldFileName: rest.substring(0, mid),
                    newFileName: rest.substring(mid + 1)
                };
            }
        }
        // Fallback: can't parse, return null
        return null;
    }
    /**
     * If `s` starts with a double quote, unquotes it using C-style escape
     * rules (as used by Git). Otherwise returns `s` as-is.
     */
    function unquoteIfQuoted(s) {
        if (s.startsWith('"')) {
            const parsed = parseQuotedFileName(s);
            if (parsed) {
                return parsed.fileName;
            }
        }
        return s;
    }
    /**
     * Parses a C-style quoted filename as used by Git or GNU `diff -u`.
     * Returns the unescaped filename and the raw length consumed (including quotes).
     */
    function parseQuotedFileName(s) {
        if (!s.startsWith('"')) {
            return null;
        }
        let result = '';
        let j = 1; // skip opening quote
        while (j < s.length) {
            if (s[j] === '"') {
                return { fileName: result, rawLength: j + 1 };
            }
            if (s[j] === '\\' && j + 1 < s.length) {
                j++;
                switch (s[j]) {
                    case 'a':
                        result += '\x07';
                        break;
                    case 'b':
                        result += '\b';
                        break;
                    case 'f':
                        result += '\f';
                        break;
                    case 'n':
                        result += '\n';
                        break;
                    case 'r':
                        result += '\r';
                        break;
                    case 't':
                        result += '\t';
                        break;
                    case 'v':
                        result += '\v';
                        break;
                    case '\\':
                        result += '\\';
                        break;
                    case '"':
                        result += '"';
                        break;
                    case '0':
                    case '1':
                    case '2':
                    case '3':
                    case '4':
                    case '5':
                    case '6':
                    case '7': {
                        // C-style octal escapes represent raw bytes. Collect
                        // consecutive octal-escaped bytes and decode as UTF-8.
                        // Validate that we have a full 3-digit octal escape
                        if (j + 2 >= s.length || s[j + 1] < '0' || s[j + 1] > '7' || s[j + 2] < '0' || s[j + 2] > '7') {
                            return null;
                        }
                        const bytes = [parseInt(s.substring(j, j + 3), 8)];
                        j += 3;
                        while (s[j] === '\\' && s[j + 1] >= '0' && s[j + 1] <= '7') {
                            if (j + 3 >= s.length || s[j + 2] < '0' || s[j + 2] > '7' || s[j + 3] < '0' || s[j + 3] > '7') {
                                return null;
                            }
                            bytes.push(parseInt(s.substring(j + 1, j + 4), 8));
                            j += 4;
                        }
                        result += new TextDecoder('utf-8').decode(new Uint8Array(bytes));
                        continue; // j already points at the next character
                    }
                    // Note that in C, there are also three kinds of hex escape sequences:
                    // - \xhh
                    // - \uhhhh
                    // - \Uhhhhhhhh
                    // We do not bother to parse them here because, so far as we know,
                    // they are never emitted by any tools that generate unified diff
                    // format diffs, and so for now jsdiff does not consider them legal.
                    default: return null;
                }
            }
            else {
                result += s[j];
            }
            j++;
        }
        // Unterminated quote
        return null;
    }
    // Parses the --- and +++ headers, if none are found, no lines
    // are consumed.
    function parseFileHeader(index) {
        const fileHeaderMatch = (/^(---|\+\+\+)\s+/).exec(diffstr[i]);
        if (fileHeaderMatch) {
            const prefix = fileHeaderMatch[1], data = diffstr[i].substring(3).trim().split('\t', 2), header = (data[1] || '').trim();
            let fileName = data[0];
            if (fileName.startsWith('"')) {
                fileName = unquoteIfQuoted(fileName);
            }
            else {
                fileName = fileName.replace(/\\\\/g, '\\');
            }
            if (prefix === '---') {
                index.oldFileName = fileName;
                index.oldHeader = header;
            }
            else {
                index.newFileName = fileName;
                index.newHeader = header;
            }
            i++;
        }
    }
    // Parses a hunk
    // This assumes that we are at the start of a hunk.
    function parseHunk() {
        var _a;
        const chunkHeaderIndex = i, chunkHeaderLine = diffstr[i++], chunkHeader = chunkHeaderLine.split(/@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/);
        const hunk = {
            oldStart: +chunkHeader[1],
            oldLines: typeof chunkHeader[2] === 'undefined' ? 1 : +chunkHeader[2],
            newStart: +chunkHeader[3],
            newLines: typeof chunkHeader[4] === 'undefined' ? 1 : +chunkHeader[4],
            lines: []
        };
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        if (hunk.oldLines === 0) {
            hunk.oldStart += 1;
        }
        if (hunk.newLines === 0) {
            hunk.newStart += 1;
        }
        let addCount = 0, removeCount = 0;
        for (; i < diffstr.length && (removeCount < hunk.oldLines || addCount < hunk.newLines || ((_a = diffstr[i]) === null || _a === void 0 ? void 0 : _a.startsWith('\\'))); i++) {
            const operation = (diffstr[i].length == 0 && i != (diffstr.length - 1)) ? ' ' : diffstr[i][0];
            if (operation === '+' || operation === '-' || operation === ' ' || operation === '\\') {
                hunk.lines.push(diffstr[i]);
                if (operation === '+') {
                    addCount++;
                }
                else if (operation === '-') {
                    removeCount++;
                }
                else if (operation === ' ') {
                    addCount++;
                    removeCount++;
                }
            }
            else {
                throw new Error(`Hunk at line ${chunkHeaderIndex + 1} contained invalid line ${diffstr[i]}`);
            }
        }
        // Handle the empty block count case
        if (!addCount && hunk.newLines === 1) {
            hunk.newLines = 0;
        }
        if (!removeCount && hunk.oldLines === 1) {
            hunk.oldLines = 0;
        }
        // Perform sanity checking
        if (addCount !== hunk.newLines) {
            throw new Error('Added line count did not match for hunk at line ' + (chunkHeaderIndex + 1));
        }
        if (removeCount !== hunk.oldLines) {
            throw new Error('Removed line count did not match for hunk at line ' + (chunkHeaderIndex + 1));
        }
        // Check for extra hunk-body-like lines after the declared line counts
        // were exhausted. If the very next line starts with ' ', '+', or '-',
        // the hunk's line counts were probably wrong — unless it's a file
        // header (--- or +++), which legitimately appears immediately after a
        // hunk in multi-file diffs without Index lines.
        if (i < diffstr.length && diffstr[i] && (/^[+ -]/).test(diffstr[i])
            && !isFileHeader(diffstr[i])) {
            throw new Error('Hunk at line ' + (chunkHeaderIndex + 1)
                + ' has more lines than expected (expected '
                + hunk.oldLines + ' old lines and ' + hunk.newLines + ' new lines)');
        }
        return hunk;
    }
    while (i < diffstr.length) {
        parseIndex();
    }
    return list;
}


/***/ }),

/***/ 93223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ fast_string_width_dist)
});

;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/utils.js
/* MAIN */
const getCodePointsLength = (() => {
    const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
    return (input) => {
        let surrogatePairsNr = 0;
        SURROGATE_PAIR_RE.lastIndex = 0;
        while (SURROGATE_PAIR_RE.test(input)) {
            surrogatePairsNr += 1;
        }
        return input.length - surrogatePairsNr;
    };
})();
const isFullWidth = (x) => {
    return x === 0x3000 || x >= 0xFF01 && x <= 0xFF60 || x >= 0xFFE0 && x <= 0xFFE6;
};
const isWideNotCJKTNotEmoji = (x) => {
    return x === 0x231B || x === 0x2329 || x >= 0x2FF0 && x <= 0x2FFF || x >= 0x3001 && x <= 0x303E || x >= 0x3099 && x <= 0x30FF || x >= 0x3105 && x <= 0x312F || x >= 0x3131 && x <= 0x318E || x >= 0x3190 && x <= 0x31E3 || x >= 0x31EF && x <= 0x321E || x >= 0x3220 && x <= 0x3247 || x >= 0x3250 && x <= 0x4DBF || x >= 0xFE10 && x <= 0xFE19 || x >= 0xFE30 && x <= 0xFE52 || x >= 0xFE54 && x <= 0xFE66 || x >= 0xFE68 && x <= 0xFE6B || x >= 0x1F200 && x <= 0x1F202 || x >= 0x1F210 && x <= 0x1F23B || x >= 0x1F240 && x <= 0x1F248 || x >= 0x20000 && x <= 0x2FFFD || x >= 0x30000 && x <= 0x3FFFD;
};
/* EXPORT */


;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/index.js
/* IMPORT */

/* HELPERS */
const ANSI_RE = /[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y;
const CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y;
const CJKT_WIDE_RE = /(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/yu;
const TAB_RE = /\t{1,1000}/y;
const EMOJI_RE = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/yu;
const LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y;
const MODIFIER_RE = /\p{M}+/gu;
const NO_TRUNCATION = { limit: Infinity, ellipsis: '' };
/* MAIN */
const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
    /* CONSTANTS */
    const LIMIT = truncationOptions.limit ?? Infinity;
    const ELLIPSIS = truncationOptions.ellipsis ?? '';
    const ELLIPSIS_WIDTH = truncationOptions?.ellipsisWidth ?? (ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION, widthOptions).width : 0);
    const ANSI_WIDTH = 0;
    const CONTROL_WIDTH = widthOptions.controlWidth ?? 0;
    const TAB_WIDTH = widthOptions.tabWidth ?? 8;
    const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2;
    const FULL_WIDTH_WIDTH = 2;
    const REGULAR_WIDTH = widthOptions.regularWidth ?? 1;
    const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH;
    const PARSE_BLOCKS = [
        [LATIN_RE, REGULAR_WIDTH],
        [ANSI_RE, ANSI_WIDTH],
        [CONTROL_RE, CONTROL_WIDTH],
        [TAB_RE, TAB_WIDTH],
        [EMOJI_RE, EMOJI_WIDTH],
        [CJKT_WIDE_RE, WIDE_WIDTH],
    ];
    /* STATE */
    let indexPrev = 0;
    let index = 0;
    let length = input.length;
    let lengthExtra = 0;
    let truncationEnabled = false;
    let truncationIndex = length;
    let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH);
    let unmatchedStart = 0;
    let unmatchedEnd = 0;
    let width = 0;
    let widthExtra = 0;
    /* PARSE LOOP */
    outer: while (true) {
        /* UNMATCHED */
        if ((unmatchedEnd > unmatchedStart) || (index >= length && index > indexPrev)) {
            const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index);
            lengthExtra = 0;
            for (const char of unmatched.replaceAll(MODIFIER_RE, '')) {
                const codePoint = char.codePointAt(0) || 0;
                if (isFullWidth(codePoint)) {
                    widthExtra = FULL_WIDTH_WIDTH;
                }
                else if (isWideNotCJKTNotEmoji(codePoint)) {
                    widthExtra = WIDE_WIDTH;
                }
                else {
                    widthExtra = REGULAR_WIDTH;
                }
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra);
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                lengthExtra += char.length;
                width += widthExtra;
            }
            unmatchedStart = unmatchedEnd = 0;
        }
        /* EXITING */
        if (index >= length) {
            break outer;
        }
        /* PARSE BLOCKS */
        for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
            const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i];
            BLOCK_RE.lastIndex = index;
            if (BLOCK_RE.test(input)) {
                lengthExtra = BLOCK_RE === CJKT_WIDE_RE ? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex)) : BLOCK_RE === EMOJI_RE ? 1 : BLOCK_RE.lastIndex - index;
                widthExtra = lengthExtra * BLOCK_WIDTH;
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH));
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                width += widthExtra;
                unmatchedStart = indexPrev;
                unmatchedEnd = index;
                index = indexPrev = BLOCK_RE.lastIndex;
                continue outer;
            }
        }
        /* UNMATCHED INDEX */
        index += 1;
    }
    /* RETURN */
    return {
        width: truncationEnabled ? truncationLimit : width,
        index: truncationEnabled ? truncationIndex : length,
        truncated: truncationEnabled,
        ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH
    };
};
/* EXPORT */
/* harmony default export */ const dist = (getStringTruncatedWidth);

;// CONCATENATED MODULE: ./node_modules/fast-string-width/dist/index.js
/* IMPORT */

/* HELPERS */
const dist_NO_TRUNCATION = {
    limit: Infinity,
    ellipsis: '',
    ellipsisWidth: 0,
};
/* MAIN */
const fastStringWidth = (input, options = {}) => {
    return dist(input, dist_NO_TRUNCATION, options).width;
};
/* EXPORT */
/* harmony default export */ const fast_string_width_dist = (fastStringWidth);


/***/ }),

/***/ 95637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lD: () => (/* binding */ split)
/* harmony export */ });
/* unused harmony exports quote, join */


/*
  Port of a subset of the features of CPython's shlex module, which provides a
  shell-like lexer. Original code by Eric S. Raymond and other contributors.
*/

class Shlexer {
  constructor (string) {
    this.i = 0
    this.string = string

    /**
     * Characters that will be considered whitespace and skipped. Whitespace
     * bounds tokens. By default, includes space, tab, linefeed and carriage
     * return.
     */
    this.whitespace = ' \t\r\n'

    /**
     * Characters that will be considered string quotes. The token accumulates
     * until the same quote is encountered again (thus, different quote types
     * protect each other as in the shell.) By default, includes ASCII single
     * and double quotes.
     */
    this.quotes = `'"`

    /**
     * Characters that will be considered as escape. Just `\` by default.
     */
    this.escapes = '\\'

    /**
     * The subset of quote types that allow escaped characters. Just `"` by default.
     */
    this.escapedQuotes = '"'

    /**
     * Whether to support ANSI C-style $'' quotes
     * https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html
     */
    this.ansiCQuotes = true

    /**
     * Whether to support localized $"" quotes
     * https://www.gnu.org/software/bash/manual/html_node/Locale-Translation.html
     *
     * The behavior is as if the current locale is set to C or POSIX, i.e., the
     * contents are not translated.
     */
    this.localeQuotes = true

    this.debug = false
  }

  readChar () {
    return this.string.charAt(this.i++)
  }

  processEscapes (string, quote, isAnsiCQuote) {
    if (!isAnsiCQuote && !this.escapedQuotes.includes(quote)) {
      // This quote type doesn't support escape sequences
      return string
    }

    // We need to form a regex that matches any of the escape characters,
    // without interpreting any of the characters as a regex special character.
    const anyEscape = '[' + this.escapes.replace(/(.)/g, '\\$1') + ']'

    // In regular quoted strings, we can only escape an escape character, and
    // the quote character itself.
    if (!isAnsiCQuote && this.escapedQuotes.includes(quote)) {
      const re = new RegExp(
        anyEscape + '(' + anyEscape + '|\\' + quote + ')', 'g')
      return string.replace(re, '$1')
    }

    // ANSI C quoted strings support a wide variety of escape sequences
    if (isAnsiCQuote) {
      const patterns = {
        // Literal characters
        '([\\\\\'"?])': (x) => x,

        // Non-printable ASCII characters
        'a': () => '\x07',
        'b': () => '\x08',
        'e|E': () => '\x1b',
        'f': () => '\x0c',
        'n': () => '\x0a',
        'r': () => '\x0d',
        't': () => '\x09',
        'v': () => '\x0b',

        // Octal bytes
        '([0-7]{1,3})': (x) => String.fromCharCode(parseInt(x, 8)),

        // Hexadecimal bytes
        'x([0-9a-fA-F]{1,2})': (x) => String.fromCharCode(parseInt(x, 16)),

        // Unicode code units
        'u([0-9a-fA-F]{1,4})': (x) => String.fromCharCode(parseInt(x, 16)),
        'U([0-9a-fA-F]{1,8})': (x) => String.fromCharCode(parseInt(x, 16)),

        // Control characters
        // https://en.wikipedia.org/wiki/Control_character#How_control_characters_map_to_keyboards
        'c(.)': (x) => {
          if (x === '?') {
            return '\x7f'
          } else if (x === '@') {
            return '\x00'
          } else {
            return String.fromCharCode(x.charCodeAt(0) & 31)
          }
        }
      }

      // Construct an uber-RegEx that catches all of the above pattern
      const re = new RegExp(
        anyEscape + '(' + Object.keys(patterns).join('|') + ')', 'g')

      // For each match, figure out which subpattern matched, and apply the
      // corresponding function
      return string.replace(re, function (m, p1) {
        for (const matched in patterns) {
          const mm = new RegExp('^' + matched + '$').exec(p1)
          if (mm === null) {
            continue
          }

          return patterns[matched].apply(null, mm.slice(1))
        }
      })
    }

    // Should not get here
    return undefined
  }

  * [Symbol.iterator] () {
    let inQuote = false
    let inDollarQuote = false
    let escaped = false
    let lastDollar = -2 // position of last dollar sign we saw
    let token

    if (this.debug) {
      console.log('full input:', '>' + this.string + '<')
    }

    while (true) {
      const pos = this.i
      const char = this.readChar()

      if (this.debug) {
        console.log(
          'position:', pos,
          'input:', '>' + char + '<',
          'accumulated:', token,
          'inQuote:', inQuote,
          'inDollarQuote:', inDollarQuote,
          'lastDollar:', lastDollar,
          'escaped:', escaped
        )
      }

      // Ran out of characters, we're done
      if (char === '') {
        if (inQuote) { throw new Error('Got EOF while in a quoted string') }
        if (escaped) { throw new Error('Got EOF while in an escape sequence') }
        if (token !== undefined) { yield token }
        return
      }

      // We were in an escape sequence, complete it
      if (escaped) {
        if (char === '\n') {
          // An escaped newline just means to continue the command on the next
          // line. We just need to ignore it.
        } else if (inQuote) {
          // If we are in a quote, just accumulate the whole escape sequence,
          // as we will interpret escape sequences later.
          token = (token || '') + escaped + char
        } else {
          // Just use the literal character
          token = (token || '') + char
        }

        escaped = false
        continue
      }

      if (this.escapes.includes(char)) {
        if (!inQuote || inDollarQuote !== false || this.escapedQuotes.includes(inQuote)) {
          // We encountered an escape character, which is going to affect how
          // we treat the next character.
          escaped = char
          continue
        } else {
          // This string type doesn't use escape characters. Ignore for now.
        }
      }

      // We were in a string
      if (inQuote !== false) {
        // String is finished. Don't grab the quote character.
        if (char === inQuote) {
          token = this.processEscapes(token, inQuote, inDollarQuote === '\'')
          inQuote = false
          inDollarQuote = false
          continue
        }

        // String isn't finished yet, accumulate the character
        token = (token || '') + char
        continue
      }

      // This is the start of a new string, don't accumulate the quotation mark
      if (this.quotes.includes(char)) {
        inQuote = char
        if (lastDollar === pos - 1) {
          if (char === '\'' && !this.ansiCQuotes) {
            // Feature not enabled
          } else if (char === '"' && !this.localeQuotes) {
            // Feature not enabled
          } else {
            inDollarQuote = char
          }
        }

        token = (token || '') // fixes blank string

        if (inDollarQuote !== false) {
          // Drop the opening $ we captured before
          token = token.slice(0, -1)
        }

        continue
      }

      // This is a dollar sign, record that we saw it in case it's the start of
      // an ANSI C or localized string
      if (inQuote === false && char === '$') {
        lastDollar = pos
      }

      // This is whitespace, so yield the token if we have one
      if (this.whitespace.includes(char)) {
        if (token !== undefined) { yield token }
        token = undefined
        continue
      }

      // Otherwise, accumulate the character
      token = (token || '') + char
    }
  }
}


/**
 * Splits a given string using shell-like syntax. This function is the inverse
 * of shlex.join().
 *
 * @param {String} s String to split.
 * @returns {String[]}
 */
function split (s) {
  return Array.from(new Shlexer(s))
}

/**
 * Escapes a potentially shell-unsafe string using quotes.
 *
 * @param {String} s String to quote
 * @returns {String}
 */
function quote (s) {
  if (s === '') { return '\'\'' }

  const unsafeRe = /[^\w@%\-+=:,./]/
  if (!unsafeRe.test(s)) { return s }

  return ('\'' + s.replace(/('+)/g, '\'"$1"\'') + '\'').replace(/^''|''$/g, '')
}


/**
 * Concatenate the tokens of the list args and return a string. This function
 * is the inverse of shlex.split().
 *
 * The returned value is shell-escaped to protect against injection
 * vulnerabilities (see shlex.quote()).
 *
 * @param {String[]} args List of args to join
 * @returns {String}
 */
function join (args) {
  if (!Array.isArray(args)) {
    throw new TypeError("args should be an array")
  }
  return args.map(quote).join(" ")
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(52932);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
