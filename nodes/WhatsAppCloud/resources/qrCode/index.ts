import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deleteQrCode } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const qrCode: Resource = {
	name: 'QR Code',
	description: 'QR codes and short links that open a chat with you',
	default: 'create',
	operations: { create, delete: deleteQrCode, get, getMany, update },
};
