/** Notes that mix ways of writing, and awkward ones, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const mixedNotes2: Record<string, string> = {
  'questions with context before the answer': `
# Python 输出题

»a ### 下面的代码输出什么？

\`\`\`python
print([i for i in range(3)][-1])
\`\`\`

输出 2。

»u ### 以下代码会打印什么

\`\`\`python
print(bool([]))
\`\`\`
`,
  'plain numbered text in English': `
»a 1) What is a deadlock?
Two wait for each other.

»a 2) What is starvation?
One waits forever.

»a 3) What is a race condition?
The result depends on who comes first.
`,
  'questions in a text file, each with a paragraph, no numbers': `
Interview with the platform team

»a How do you roll back a deployment?

We keep the last three images and switch the alias.

»a What do you measure first when latency rises?

Saturation of the pool, then the database.

»a Why did you choose queues?

Peaks.
`,
  'rules right under paragraphs': `
# Notes

»a ## What is a mutex?

Only one may hold it.
---

»a ## What is a semaphore?

A counter with a queue
---

»a ## What is a condition variable?

Waiting for something to become true
`,
  'indented answers under bulleted questions': `
## Docker

»a - What is a layer?

  A difference to the layer below.

»a - What is a volume?

  A place that outlives the container.

»u - What is an overlay network?
`,
  'mixed sections: headings here, lists there': `
# Backend

## Go

»a ### What is a slice?

A view of an array.

»a ### What is an interface?

A set of methods.

## Databases

»u - What is sharding?
»u - How do you choose a shard key?
»u - What is a hot partition?
`,
  'a long heading that is no title': `
## 设计

»a ### 如何设计一个秒杀系统？

限流、排队、缓存。

### ${'这一行很长很长，写的是题目的背景而不是题目'.repeat(12)}

»a ### 如何设计一个短链系统？

发号、跳转。
`,
  'unclosed comment and unclosed fence': `
»a ## What is a closure?

It keeps its variables. <!-- fine

»a ## What is a thunk?

\`\`\`js
const later = () => 1
## not a heading
`,
  'sections on the level of their questions': `
# Kafka

## Related topics

- [Queues](queues.md)

## CONSUMERS

»a ## Q. What is a consumer group?

Members that share the partitions.

»a ## Q. How does a rebalance begin?

A member joins or leaves.

## PRODUCERS

»a ## Q. What does acks=all wait for?

All replicas in sync.

»u ## Q. What is an idempotent producer?

»a ## Q. How are messages kept in order?

Within a partition.
`,
  'contents by section, folded': `
# Notes

## Table of contents

### Core

<details>
<summary>View contents</summary>

* [What is a type?](#what-is-a-type)
* [What is a value?](#what-is-a-value)
* [What is a kind?](#what-is-a-kind)
</details>

## Core

»a ### What is a type?

A set of values.

»a ### What is a value?

What evaluates to itself.

»u ### What is a kind?
`,
  'answers folded under headings in a language of their own': `
»a ###### 1. 輸出は何ですか？

\`\`\`js
1 + '1'
\`\`\`

<details><summary><b>答え</b></summary>
<p>

#### 答え: A

文字列になる。

</p>
</details>

»a ###### 2. 結果は？

<details><summary><b>答え</b></summary>

#### 答え: B

同じ。

</details>

»a ###### 3. なぜ？

<details><summary><b>答え</b></summary>

#### 答え: C

型のため。

</details>
`,
}
