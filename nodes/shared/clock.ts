import { sleep } from 'n8n-workflow';
import type { Clock } from '../../core/clock';

/** Real time. n8n allows no timers of our own, only its `sleep`. */
export const clock: Clock = { now: () => Date.now(), sleep };
