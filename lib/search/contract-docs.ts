import type { SearchDoc } from './engine.ts'

/** The last part of an id names the document in the contract's cases. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

const doc = (number: number, title: string, body: string, more: Partial<SearchDoc> = {}): SearchDoc => ({
  id: idOf(number),
  version: 1,
  title,
  aliases: [],
  headings: '',
  body,
  space: 'backend',
  tags: [],
  author: 'wang',
  state: 'answered',
  asked: 0,
  acl: ['public'],
  updatedAt: 1_700_000_000 + number,
  ...more,
})

/** A small wiki: what every engine is asked about. */
export const contractDocs: SearchDoc[] = [
  doc(1, '乐观锁和悲观锁', '先读版本号，更新时比较；悲观锁先加锁再操作。', {
    tags: ['锁', '数据库'],
    asked: 5,
  }),
  doc(2, 'TCP 三次握手的过程', '客户端发送 SYN，服务端回复 SYN 和 ACK，客户端再发送 ACK。', {
    space: 'network',
    asked: 2,
  }),
  doc(3, 'nginx 的惊群现象', '用 accept_mutex 或者内核的 EPOLLEXCLUSIVE 解决；`epoll_ctl` 注册事件。', {
    space: 'network',
  }),
  doc(4, 'RabbitMQ 如何保证消息不丢', '生产者确认、队列持久化、消费者手动应答。', {
    author: 'li',
    tags: ['消息队列'],
  }),
  doc(5, 'Docker 镜像分层', '每条指令生成一层，容器在最上面加一个可写层，详见 docs。', { author: 'li' }),
  doc(6, '主动关闭方为什么要等待', '连接处在 TIME_WAIT 状态，持续两个最长报文段寿命。', { space: 'network' }),
  doc(7, 'GIL 是什么', '同一时刻只有一个线程执行字节码，由解释器加锁。', { tags: ['锁'] }),
  doc(8, '协程的切换', '由程序自己让出，不经过内核；asyncio.sleep 会让出控制权。'),
  doc(9, '阻塞调用的代价', '调用 socket.accept 会一直等待连接到来，线程什么也做不了。', { space: 'network' }),
  doc(10, 'Redis 的持久化方式', '快照和追加日志各有取舍。', { tags: ['数据库'] }),
  doc(11, 'MySQL 索引类型', '主键、唯一、普通和全文；底层多为 B+ 树。', { tags: ['数据库'] }),
  doc(12, '聚集索引的结构', '叶子节点存放整行数据。MySQL 的主键就是这样组织的。', {
    aliases: ['聚簇索引'],
    tags: ['数据库'],
  }),
  doc(13, '薪资谈判记录', '内部资料：乐观锁、nginx、Docker 的面试官反馈。', {
    acl: ['editors'],
    space: 'secret',
    tags: ['内部'],
  }),
  doc(14, 'deadlock 的四个条件', '互斥、占有且等待、不可剥夺、循环等待。', { state: 'partial' }),
  doc(15, '进程与线程如何选择', '', { state: 'unanswered' }),
]

/** What is typed, letter by letter, for which document. */
export const typedQueries: [typed: string, number: number][] = [
  ['乐观锁和悲观锁', 1],
  ['三次握手', 2],
  ['nginx 的惊群现象', 3],
  ['rabbitmq', 4],
  ['docker镜像', 5],
  ['GIL 是什么', 7],
  ['redis持久化', 10],
  ['mysql索引', 11],
]
