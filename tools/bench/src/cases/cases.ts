import type { Case } from './case.ts';
import { churn } from './churn.ts';
import { idle } from './idle.ts';
import { bulk, messages1, messages1000, messages64, tlsBulk, work } from './messages.ts';
import { short, tlsHandshakes } from './short.ts';

export const CASES: readonly Case[] = [
  messages1,
  messages64,
  messages1000,
  short,
  bulk,
  tlsHandshakes,
  tlsBulk,
  work,
  idle,
  churn,
];
