import { setPriority } from 'node:os'
import { keepProposing } from './keep-proposing.ts'

// On Linux this is the priority of this thread alone: whoever reads, writes or searches goes first.
if (process.platform === 'linux') setPriority(19)
await keepProposing()
