/** Notes as people write them in English, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const englishNotes1: Record<string, string> = {
  'numbered headings inside list items, with a table of contents and links back': `
# Browser Interview Notes

[![Build](https://img.example.org/build.svg)](https://ci.example.org) ![Stars](https://img.example.org/stars.svg)

> Collected over two years of interviews. Star it if it helps.

### Table of Contents

| No. | Questions |
| --- | --------- |
| 1 | [What is the event loop?](#what-is-the-event-loop) |
| 2 | [What is hoisting?](#what-is-hoisting) |
| 3 | [How does a closure keep a variable alive?](#how-does-a-closure-keep-a-variable-alive) |

»a 1. ### What is the event loop?

    It takes the next task when the stack is empty.

    1. Macrotasks come from timers.
    2. Microtasks come from promises.

    **[⬆ Back to Top](#table-of-contents)**

»a 2. ### What is hoisting?

    Declarations are known before the first line runs.

    \`\`\`js
    // # not a heading
    console.log(typeof later)
    var later = 1
    \`\`\`

    **[⬆ Back to Top](#table-of-contents)**

»u 3. ### How does a closure keep a variable alive?

    **[⬆ Back to Top](#table-of-contents)**

»a 4. ### Difference between \`let\` and \`var\`

    The first one belongs to its block.
`,
  'questions and answers behind Q and A': `
# Databases

Some notes before the interview.

»a Q: What is an index?
A: A sorted structure that leads to rows.

»a Q: Why can too many indexes hurt?
A: Every write has to keep them in step.

It also costs memory.

»u Q: What is a covering index?

»a Q: When is a full scan faster?
A: When most rows are wanted anyway.
- sequential reads
- no lookups
`,
  'bold questions with numbers and bold answers': `
## Operating systems

»a **Q1. What is a page fault?**

**A:** The page is not in memory, and the kernel has to bring it in.

»a **Q2. Difference between a process and a thread**

Threads share an address space.

| | process | thread |
|---|---|---|
| memory | own | shared |

»u **Q3. What is priority inversion?**

## Networks

»a **Q4. What does TIME_WAIT protect from?**

Late segments of an old connection.
`,
  'bold one-line questions under sections, with bold lead-ins inside answers': `
# Backend

## Caching

»a **What is cache stampede?**

Many requests miss at once and all ask the database.

**Ways out**

- a lock per key
- a random lifetime

»a **How do you invalidate a cache?**

By key, by tag or by time.

»u **When is write-behind dangerous?**

## Queues

»a **What does at-least-once delivery mean?**

A message may come twice.
`,
  'details with the question in the summary': `
# DevOps

### Containers

<details>
»a <summary>What is a container?</summary><br><b>

A process with its own view of the system.

- namespaces
- cgroups
</b></details>

<details>
»a <summary>How does it differ from a virtual machine?</summary><br><b>

It shares the kernel.
</b></details>

<details>
»u <summary>What is a distroless image?</summary><br><b>
</b></details>

### Git

»a <details><summary><b>What does rebase do?</b></summary>

It writes the commits again on another base.

</details>

»a <details><summary>What is a detached HEAD?</summary>A HEAD that names a commit and no branch.</details>
`,
  'a question in the heading and its answer folded away': `
# Output questions

»a ###### 1. What's the output?

\`\`\`javascript
console.log([] + {})
\`\`\`

- A: \`[object Object]\`
- B: \`undefined\`
- C: \`NaN\`

<details><summary><b>Answer</b></summary>
<p>

#### Answer: A

Both become strings.

</p>
</details>

---

»a ###### 2. What's the output?

\`\`\`javascript
console.log(typeof null)
\`\`\`

<details><summary><b>Answer</b></summary>
<p>

#### Answer: B

An old slip that stayed.

</p>
</details>

---

»u ###### 3. What is printed?

\`\`\`javascript
console.log(0.1 + 0.2 === 0.3)
\`\`\`
`,
  'setext headings': `
Python Interview
================

Basics
------

»a ### What is a decorator?

A function that takes and gives a function.

»a ### What does \`yield\` do?

It hands out a value and waits.

Advanced
--------

»u ### What is a metaclass?

»a ### How does the import system find a module?

It asks the finders on the meta path.
`,
}
