import { testDatabase } from '#lib/testing/database'
import { searchEngineContract } from './contract.ts'
import { postgresEngine } from './postgres/engine.ts'

testDatabase()

const engine = postgresEngine()
searchEngineContract(() => engine)
