/** Notes that mix ways of writing, and awkward ones, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const mixedNotes1: Record<string, string> = {
  'interviews by company and day, with short numbered lines': `
# 面经

## 某厂一面 (2023-05-01)

»u 1. 自我介绍
»u 2. TCP 三次握手的过程
»u 3. 为什么需要四次挥手
»u 4. 进程和线程的区别
»u 5. 手写快排

## 某厂二面

»u 1. 项目里最难的地方是什么
»u 2. Redis 的持久化方式
»u 3. 缓存雪崩怎么处理
»u 4. 算法：合并区间
`,
  'bold bullets with the answer behind': `
# Interview cheat sheet

## HTTP

»a - **What is a cookie?** A small text that the browser sends back.
»a - **What does 304 mean?** The copy you have is still good.
»a - **Why is POST not idempotent?** Doing it twice makes two things.

## Security

»a - **What is XSS?** Someone else's script in your page.
»a - **What is CSRF?** Someone else's request in your name.
`,
  'lists of facts under topics are no questions': `
# Linux

»a ## 常用命令

- ls 列出文件
- cd 切换目录
- grep 查找

»a ## 文件权限

1. 读 4
2. 写 2
3. 执行 1

»a ## 系统启动的流程

1. 加电自检
2. 引导程序
3. 内核
4. init 进程

»u ## 内核参数
`,
  'questions that enumerate in their answers': `
# Algorithms

»a ## What sorting algorithms are stable?

1. Insertion sort
2. Merge sort
3. Bubble sort

»a ## How does binary search work?

- Look at the middle.
- Which half can still hold it?
- How to go on: take that half.

**Why is it fast?**

Every step halves what is left.
`,
  'answers on the same line': `
# Quick facts

»a Q: What port does HTTPS use? A: 443.
»a Q: What port does SSH use? A: 22.
»u Q: What port does SMTP use?
`,
  'Chinese numbered lines answered at once': `
# 速记

»a 1. 什么是 CAP？一致性、可用性、分区容错性不能同时满足。
»a 2. 什么是 BASE？基本可用、软状态、最终一致。
»u 3. 什么是 2PC？
`,
  'HTML headings and centred badges': `
<h1 align="center">Kotlin Questions</h1>

<p align="center">
<img src="https://img.example.org/badge.svg">
</p>

<h2>Basics</h2>

»a <h3>What is a data class?</h3>

A class that is its fields.

»a <h3>What is a sealed class?</h3>

A class whose heirs are all known.
`,
  'emoji headings and licence at the end': `
# 🚀 Rust

## 📚 Contents

- [Ownership](#ownership)

## 🦀 Ownership

»a ### ❓ What is borrowing?

Using without owning.

»a ### ❓ What is a lifetime?

How long a borrow lasts.

## Contributing

Send a patch.

## License

MIT
`,
  'linked headings without text': `
# Links

»u ## [What is a monad?](https://example.org/monad)

»u ## [What is a functor?](https://example.org/functor)

»a ## [What is a monoid?](https://example.org/monoid)

A set, an operation, a neutral element.
`,
  'topics as headings, three levels': `
# 计算机网络

## 传输层

»a ### 拥塞控制

慢启动、拥塞避免、快重传、快恢复。

»a ### 流量控制

滑动窗口。

»a ### 可靠传输

- 确认
- 重传

#### 超时时间

往返时间的函数。

## 应用层

»a ### 域名解析

递归和迭代。

»u ### 邮件协议
`,
  'two answers and names in our own dialect': `
# 缓存

## 基础

»a ### 什么是缓存穿透？
<!-- aliases: 穿透 | cache penetration -->
<!-- tags: redis, 缓存 -->

查不存在的数据，缓存挡不住。

<!-- answer -->

长答案：可以用布隆过滤器，也可以缓存空值。

#### 布隆过滤器

有误判，没有漏判。

»u ### 什么是缓存击穿？
<!-- tags: redis -->
`,
  'marks and numbers at the ends of headings': `
## 操作系统

»a ### 死锁(2)

互相等待。

»a ### fork() 和 vfork()(×3)

复制进程。

»u ### 什么是 ES2015 (2022-03)

»u ### (一) 内存模型

»u ### 线程池（2021/3/29-4）
`,
}
