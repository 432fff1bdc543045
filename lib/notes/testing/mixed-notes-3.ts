/** Notes that mix ways of writing, and awkward ones, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const mixedNotes3: Record<string, string> = {
  'principles in numbered lines are an answer': `
## 一、函数

»a ### 1.什么是纯函数？

没有副作用。

»a ### 2.写函数的原则

1.名字要清楚、简单

2.参数要少

3.只做一件事情

4.兼容旧的参数

»u ### 3.什么是柯里化？
`,
  'an answered topic among answered ones, with topics of its own': `
# Concurrency

»a ## Thread-safe collections

They may be shared between threads without further locks.

### Copy-on-write lists

Every write copies the array, so that reads need no lock.

### Segmented maps

Writers lock a part of the map only.

### Queues without locks

A swap in a loop replaces the lock.

»a ## Memory barriers

They keep reads and writes in order.

»a ## Spinning

A thread that spins keeps its processor busy.

»a ## Green threads

They are scheduled by the program itself.

»a ## Deadlock and livelock

Either way nothing goes on.

### An example with two accounts

Each thread holds one account and waits for the other.

### How to find them

A thread dump names the locks.

### How to avoid them

Take locks in one order.
`,
  'questions below questions that ask': `
# HTTP

»a ## 常见的状态码有哪些

### 分类

从 1xx 到 5xx。

### 成功

200 和 204。

»a ## 请求方法

GET 取数据，POST 交数据。

»a ## 什么是幂等

### 安全与幂等的方法

GET、PUT、DELETE。

### 如何做到幂等

带上请求的编号。

»a ## 描述一下缓存

### 哪些可以缓存

静态资源。

### 缓存在哪里

浏览器和代理。
`,
  'a depth that is skipped below an answer': `
## C++

»a ### 新特性

自动推导、智能指针。

»a ### 可变参数模板

参数的个数可以不定。

##### **递归展开**

每次取出一个参数。

##### **逗号展开**

用初始化列表逐个展开。

»a ### 匿名函数

就地写一个函数。

##### **捕获变量**

按值或按引用。

##### **修改变量**

要写 mutable。
`,
  'a question of several topics among questions, each told apart': `
## 基础

»a ### 多态

同一个调用有不同的行为。

»a ### 线程、进程和协程

#### 进程

资源分配的单位。

#### 线程

调度的单位。

#### 协程的好处

切换便宜。

»a ### 反射

运行时取得类型。

»a ### 如何自定义注解

写一个带元注解的接口。

»u ### 什么是泛型

»u ### 什么是枚举
`,
  'paragraphs that ask, with and without a question mark': `
»u Why is a constructor private?

»u How do you read the settings?

»u Explain the difference between two kinds of parameters.

»u What is late binding?

»u How do you handle exceptions? Give an example.

»u How do you fetch pages?
`,
}
