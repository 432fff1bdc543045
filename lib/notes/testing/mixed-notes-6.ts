/** Notes with questions nested, folded or headed in less common ways; for the form of `»` see `marked-note.ts`. */
export const mixedNotes6: Record<string, string> = {
  'headings over interview questions are none': `
# Notes

## Go interview questions 🚀

More of them [elsewhere](https://example.org).

## Channels

»a ### What is a buffered channel?

One that holds values.

»u ### Who closes a channel?

To be completed.

## Practice Questions

»a ### Reverse a slice

Swap from both ends.
`,
  'an answer behind the colon of its question': `
### 2022-1-6 丙公司 一面

»a 1.列表和元组有什么区别: 列表可以改，元组不可以。
»a 2.常用的命令有哪些：ls、cd、rm
»u 3.描述以下设备的区别：交换机、路由器
»u 4.单页应用如何改成多页：入口如何配置
`,
  'topics folded under a question are parts of its answer': `
»a ### 如何加快首屏？

<details>
<summary>网络的优化</summary>

- 压缩
</details>

<details>
<summary>渲染的优化</summary>

- 少算样式
</details>

»a ### 什么是重排？

重新计算位置。

### 待完成

- [ ] 图层
`,
  'a topic of which nothing but parts are told': `
# 一、树

## 遍历

»a ### 什么是先序遍历？

先根，再左，再右。

»a ### 什么是层序遍历？

一层一层来。

## 种类

»a ### 什么是满二叉树？

每层都满。

# 二、堆

»a ## 最小堆

### 定义

父亲不大于孩子。

### 优点

- 取最小值快

## 排序

»a ### 堆排序稳定吗？

不稳定。

»u ### 归并排序呢？

To be discussed.
`,
  'lists in which some items only name the questions nested below': `
## 网络篇

»u - 1 什么是拥塞窗口？
»u - 2 为什么要慢启动？
- 重传
»u   - 2.1 什么时候超时？
»u   - 2.2 快重传是什么？
»u - 3 如何关闭连接？
  - 3.1 谁先关？

- [点击查看答案](https://example.org/answers)

## 存储篇

»u - 为什么要刷盘？
»u - 什么是页？
`,
  'problems with a number, and parts of their answers that ask': `
»a * Problem 1: Which changes move a node?

Those of its place.

**Why does that matter?**

Because it costs time.

»a * Problem 2: How do you measure it?

With a profile.
`,
  'a part of an answer that is only a picture': `
»a ## 盒模型有哪几种？

### 标准

宽度是内容的。

### 怪异

![宽度](a.png)

»a ## 什么是外边距合并？

相邻的取大者。

»u ## 如何避免？
`,
}
