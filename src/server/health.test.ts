import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { testApp } from '#tests/app.ts'
import { newDatabase } from '#tests/database.ts'
import Fastify from 'fastify'
import { addHealth } from './health.ts'
import { endServing } from './shutdown.ts'

const sound = { ready: true, serving: true, database: true, structure: true }

test('a server with its database is alive and ready, and says it to anybody', async () => {
  const { app } = await testApp()
  const live = await app.inject({ url: '/health/live' })
  expect([live.statusCode, live.json()]).toEqual([200, { alive: true }])
  const ready = await app.inject({ url: '/health/ready' })
  expect([ready.statusCode, ready.json()]).toEqual([200, sound])
  expect(ready.headers['cache-control']).toBe('no-store')
})

test('a server whose database is away is alive, not ready', async () => {
  const server = Fastify()
  const nowhere = connect('postgres://nobody@127.0.0.1:1/nothing', { max: 1 })
  addHealth(server, nowhere)
  expect((await server.inject({ url: '/health/live' })).statusCode).toBe(200)
  const ready = await server.inject({ url: '/health/ready' })
  expect([ready.statusCode, ready.json()]).toEqual([503, { ready: false, serving: true, database: false, structure: false }])
  await nowhere.destroy()
})

test('a server over a database that lacks a migration is not ready', async () => {
  const { db } = await newDatabase()
  await sql`delete from public.migration where name = (select max(name) from public.migration)`.execute(db)
  const server = Fastify()
  addHealth(server, db)
  expect((await server.inject({ url: '/health/ready' })).json()).toEqual({ ...sound, ready: false, structure: false })
})

test('a server that has been told to stop is not ready while it ends', async () => {
  const server = Fastify()
  addHealth(server, (await newDatabase()).db)
  const answers: unknown[] = []
  await endServing(server, async () => answers.push((await server.inject({ url: '/health/ready' })).json()))
  expect(answers).toEqual([{ ...sound, ready: false, serving: false }])
})
