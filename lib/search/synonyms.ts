import { squash } from '#lib/text/fold'

/** Names of one thing, each found by the others. Generally known translations and abbreviations, no near-synonyms. */
const groups: string[][] = [
  // Networks
  ['三次握手', 'three-way handshake', '3-way handshake', 'TCP握手'],
  ['四次挥手', 'four-way handshake', '4-way handshake', 'TCP挥手'],
  ['多路复用', 'multiplexing', 'epoll'],
  ['非阻塞', 'non-blocking'],
  ['阻塞', 'blocking'],
  ['异步', 'asynchronous', 'async'],
  ['同步', 'synchronous'],
  ['套接字', 'socket'],
  ['传输控制协议', 'TCP'],
  ['用户数据报协议', 'UDP'],
  ['超文本传输协议', 'HTTP'],
  ['域名解析', 'domain name resolution', 'DNS'],
  ['域名系统', 'domain name system', 'DNS'],
  ['地址解析协议', 'address resolution protocol', 'ARP'],
  ['远程过程调用', 'remote procedure call', 'RPC'],
  ['拥塞控制', 'congestion control'],
  ['流量控制', 'flow control'],
  ['滑动窗口', 'sliding window'],
  ['长连接', 'keep-alive', 'persistent connection'],
  ['负载均衡', 'load balancing', 'load balancer'],
  ['反向代理', 'reverse proxy'],
  ['正向代理', 'forward proxy'],
  ['防火墙', 'firewall'],
  ['状态码', 'status code'],
  ['内容分发网络', 'content delivery network', 'CDN'],
  ['跨域', 'cross-origin', 'CORS'],
  ['跨站请求伪造', 'cross-site request forgery', 'CSRF'],
  ['跨站脚本', 'cross-site scripting', 'XSS'],
  ['SQL注入', 'SQL injection'],
  ['惊群', 'thundering herd'],
  ['粘包', 'sticky packet', 'TCP stickiness'],
  ['局域网', 'local area network', 'LAN'],
  ['广域网', 'wide area network', 'WAN'],
  // Operating systems and concurrency
  ['进程间通信', 'inter-process communication', 'IPC'],
  ['进程', 'process'],
  ['线程', 'thread'],
  ['协程', 'coroutine'],
  ['线程池', 'thread pool'],
  ['僵尸进程', 'zombie process'],
  ['孤儿进程', 'orphan process'],
  ['守护进程', 'daemon'],
  ['死锁', 'deadlock'],
  ['互斥锁', 'mutex'],
  ['自旋锁', 'spinlock'],
  ['信号量', 'semaphore'],
  ['条件变量', 'condition variable'],
  ['读写锁', 'read-write lock', 'rwlock'],
  ['全局解释器锁', 'global interpreter lock', 'GIL'],
  ['上下文切换', 'context switch'],
  ['虚拟内存', 'virtual memory'],
  ['共享内存', 'shared memory'],
  ['零拷贝', 'zero-copy'],
  ['系统调用', 'system call', 'syscall'],
  ['并发', 'concurrency'],
  ['并行', 'parallelism'],
  ['竞态条件', 'race condition'],
  ['线程安全', 'thread safety', 'thread-safe'],
  ['事件循环', 'event loop'],
  ['消息队列', 'message queue', 'MQ'],
  ['生产者消费者', 'producer-consumer'],
  // Databases
  ['事务', 'transaction'],
  ['隔离级别', 'isolation level'],
  ['乐观锁', 'optimistic lock', 'optimistic locking'],
  ['悲观锁', 'pessimistic lock', 'pessimistic locking'],
  ['间隙锁', 'gap lock'],
  ['临键锁', 'next-key lock'],
  ['行锁', 'row lock'],
  ['表锁', 'table lock'],
  ['脏读', 'dirty read'],
  ['幻读', 'phantom read'],
  ['不可重复读', 'non-repeatable read'],
  ['可重复读', 'repeatable read'],
  ['读已提交', 'read committed'],
  ['读未提交', 'read uncommitted'],
  ['多版本并发控制', 'multiversion concurrency control', 'MVCC'],
  ['聚簇索引', '聚集索引', 'clustered index'],
  ['覆盖索引', 'covering index'],
  ['联合索引', '复合索引', 'composite index'],
  ['索引', 'index'],
  ['存储引擎', 'storage engine'],
  ['主从复制', 'replication'],
  ['读写分离', 'read-write splitting'],
  ['分库分表', 'sharding'],
  ['慢查询', 'slow query'],
  ['持久化', 'persistence'],
  ['缓存穿透', 'cache penetration'],
  ['缓存击穿', 'cache breakdown'],
  ['缓存雪崩', 'cache avalanche'],
  ['发布订阅', 'publish/subscribe', 'pub/sub'],
  ['哨兵', 'sentinel'],
  ['分布式锁', 'distributed lock'],
  ['最终一致性', 'eventual consistency'],
  // Programming
  ['垃圾回收', 'garbage collection', 'GC'],
  ['引用计数', 'reference counting'],
  ['装饰器', 'decorator'],
  ['生成器', 'generator'],
  ['迭代器', 'iterator'],
  ['上下文管理器', 'context manager'],
  ['元类', 'metaclass'],
  ['闭包', 'closure'],
  ['深拷贝', 'deep copy', 'deepcopy'],
  ['浅拷贝', 'shallow copy'],
  ['列表推导式', 'list comprehension'],
  ['反射', 'reflection'],
  ['多态', 'polymorphism'],
  ['继承', 'inheritance'],
  ['封装', 'encapsulation'],
  ['单例模式', 'singleton'],
  ['工厂模式', 'factory pattern'],
  ['观察者模式', 'observer pattern'],
  ['正则表达式', 'regular expression', 'regex'],
  ['序列化', 'serialization'],
  ['中间件', 'middleware'],
  ['依赖注入', 'dependency injection'],
  ['面向对象', 'object-oriented', 'OOP'],
  ['函数式编程', 'functional programming'],
  ['二叉树', 'binary tree'],
  ['红黑树', 'red-black tree'],
  ['链表', 'linked list'],
  ['哈希表', '散列表', 'hash table'],
  ['动态规划', 'dynamic programming'],
  ['单元测试', 'unit test', 'unit testing'],
  ['持续集成', 'continuous integration', 'CI'],
  ['容器', 'container'],
  ['微服务', 'microservice', 'microservices'],
]

const others = new Map<string, string[]>()
for (const group of groups) {
  for (const name of group) {
    const rest = group.filter((other) => other !== name)
    others.set(squash(name), [...(others.get(squash(name)) ?? []), ...rest])
  }
}

const chinese = [...others.keys()]
  .filter((key) => /^\p{Script=Han}+$/u.test(key))
  .sort((a, b) => b.length - a.length)

/** Every name, as it is written here. */
export const listNames = (): string[] => [...new Set(groups.flat())]

/** Other names of exactly this, given squashed. */
export function synonymsOf(squashed: string): string[] {
  return others.get(squashed) ?? []
}

/** The longest name of the list inside a run of Chinese. */
export function nameInside(run: string): string | undefined {
  return chinese.find((key) => run.includes(key))
}
