import type { Resources } from '../../shared/operation';
import { message } from './message';

export const resources: Resources = { message };
