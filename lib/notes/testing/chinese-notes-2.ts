/** Notes as people write them in Chinese, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const chineseNotes2: Record<string, string> = {
  引用与代码里的假标题: `
## Shell

»a ### 怎样统计行数？

\`\`\`bash
# 统计
wc -l file
## 完
\`\`\`

> ### 引用里的标题
>
> 不是问题。

»a ### 怎样查看端口？

- ### 列表里的小标题

  ss -lntp

»u ### 怎样后台运行？
`,
  有答案的纯文本段落: `
»a 什么是 Docker？

Docker 是一种容器平台，把程序和它的依赖装在一起。

»a 镜像和容器的区别是什么？

镜像是模板，容器是运行起来的实例。一个镜像可以启动多个容器。

»a 如何减小镜像体积？

多阶段构建。
`,
  面试题前缀: `
# Spring

»a ## 面试题1：什么是 IOC？

把创建对象交给容器。

»a ## 面试题2：什么是 AOP？

把横切的事放在一处。

»u ## 面试题3：Bean 的生命周期？

待补充
`,
  参考答案的标记: `
## 一、选择

»a ### 1. 下面代码的输出是什么？

\`\`\`python
print(1 + True)
\`\`\`

**参考答案：**

2，因为 True 是 1。

»a ### 2. 说说 GIL

答案：一把全局的锁。

»u ### 3. 说说元类
`,
}
