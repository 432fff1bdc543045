/** Notes as people write them in English, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const englishNotes: Record<string, string> = {
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
  'setext questions': `
Notes on Go
===========

»a What is a goroutine?
--------------------

A function that runs on its own.

»a How does a channel close?
-------------------------

By \`close\`; receiving then gives the zero value.

»u What is a select statement?
---------------------------
`,
  'front matter, comments, footnotes and reference links': `
---
title: Redis, asked
tags: [redis, cache]
---

<!-- generated, do not edit
# not a heading
-->

## Persistence

»a ### What does RDB save?

A picture of the data at one time[^1]. See [the manual][m].

»a ### What does AOF save?

Every write.

---

»u ### Can both be used together?

[^1]: Made by a child process.
[m]: https://redis.io/docs/
`,
  'only bare questions in bullets': `
# Front-end questions

## General

»u * What did you learn this week?
»u * What excites you about coding?
»u * How do you debug a slow page?

## CSS

»u * What is specificity and how does it work?
»u * Describe floats and how they work.
»u * Explain \`box-sizing\`.
»u * Why is \`translate()\` cheaper than absolute positioning?

## Network

»u * What is CORS?
`,
  'a numbered list of questions with answers under the items': `
# SQL

1. Some tips first.

## Questions

»a 1. What is a join?

   It puts rows of two tables together.

»a 2. What is the difference between \`WHERE\` and
   \`HAVING\`?

   One filters rows, the other groups.

»u 3. What is a window function?

»a 4. How would you find duplicates?

   \`\`\`sql
   select name from people group by name having count(*) > 1
   \`\`\`
`,
  'numbered questions at the margin with answers between': `
# System design

»a 1. How would you shorten URLs?

A counter in base 62.

»a 2. How do you keep hot keys from melting a cache?

Copies with a suffix.

»a 3. What is back pressure?

The slow side tells the fast side to wait.
`,
  'all questions at the first level': `
# What is REST?

Resources with names, and a small set of verbs.

# What is idempotence?

Doing it twice is doing it once.

## Example

PUT.

# What is HATEOAS?
`
    .replaceAll('\n# What is REST', '\n»a # What is REST')
    .replace('\n# What is idem', '\n»a # What is idem')
    .replace('\n# What is HAT', '\n»u # What is HAT'),
  'second-level questions with repeated parts': `
# Sorting

»a ## Merge sort

### Idea

Halves.

### Complexity

n log n

»a ## Quick sort

### Idea

A pivot.

### Complexity

n log n on average

»a ## Heap sort

### Idea

A heap.

### Complexity

n log n
`,
  'sections that use different levels': `
# Networks

»a ## What is DNS?

Names to addresses.

»a ## What is DHCP?

Addresses for a while.

# Databases

## MySQL

»a ### What is an undo log?

What is needed to go back.

»u ### What is a redo log?

## PostgreSQL

»a ### What is vacuum for?

Room.
`,
  'one question': `
»a # How does HTTPS keep a secret?

Both sides agree on a key that nobody else can compute.

Then they encrypt with it.
`,
  'an essay without questions': `
# On Consensus

Machines fail.

»a ## Why agreement is hard

Messages are lost.

»a ## Paxos

Proposers and acceptors.

»a ## Raft

A leader, a log.
`,
  'repeated "Answer" headings and good-to-know parts': `
»a ### What is \`this\`?

#### Answer

It depends on the call.

#### Good to hear

- arrow functions have none

##### Additional links

- [MDN](https://developer.mozilla.org/)

<!-- tags: (javascript) -->

---

»a ### What is a pure function?

#### Answer

The same input, the same output.

#### Good to hear

- no side effects

---

»u ### What is currying?

#### Answer

#### Good to hear
`,
}
