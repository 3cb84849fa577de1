import type { IDataObject } from 'n8n-workflow';
import { intentOf, type SentTemplate } from '../../core/message/intent';
import { messageOf } from './support';

type Body = Record<string, unknown>;

interface Media {
	id?: string;
	link?: string;
	caption?: string;
	filename?: string;
}

interface Interactive {
	type: string;
	header?: { type: string; text?: string; image?: Media; video?: Media; document?: Media };
	body?: { text: string };
	footer?: { text: string };
	action: IDataObject;
}

/** Works backwards: the node's parameters that somebody would have filled in to send this body. */
export function parametersOf(body: Body): IDataObject {
	if (body.status === 'read') {
		const typing = body.typing_indicator !== undefined;
		return { ...messageOf('markRead'), messageId: body.message_id as string, typing };
	}
	const [operation, fields] = fieldsOf(body);
	const { preview_url: previewUrl } = (body.text ?? {}) as { preview_url?: boolean };
	const options = {
		validateOnly: true,
		...(body.context !== undefined && {
			replyTo: (body.context as { message_id: string }).message_id,
		}),
		...(body.recipient_type === 'group' && { recipientType: 'group' }),
		...(previewUrl !== undefined && { previewUrl }),
	};
	const to = (body.to ?? body.recipient) as string;
	return messageOf(operation, { ...fields, to, options });
}

const sourceOf = ({ id, link }: Media) =>
	id === undefined ? { source: 'link', link } : { source: 'id', mediaId: id };

const MEDIA: Record<string, string> = {
	image: 'sendImage',
	video: 'sendVideo',
	audio: 'sendAudio',
	document: 'sendDocument',
	sticker: 'sendSticker',
};

function fieldsOf(body: Body): [string, IDataObject] {
	const type = String(body.type ?? 'text');
	const content = body[type] as IDataObject;
	if (MEDIA[type]) {
		const { caption, filename } = content as Media;
		return [MEDIA[type], { ...sourceOf(content), caption, filename }];
	}
	switch (type) {
		case 'text':
			return ['sendText', { text: content.body }];
		case 'template':
			return ['sendTemplate', templateFields(content as unknown as SentTemplate)];
		case 'location': {
			const { name: placeName, ...place } = content;
			return ['sendLocation', { ...place, placeName }];
		}
		case 'reaction':
			return ['sendReaction', { messageId: content.message_id, emoji: content.emoji }];
		case 'contacts':
			return ['sendContacts', { contacts: { contact: (body.contacts as Body[]).map(cardOf) } }];
		default:
			return interactiveFields(content as unknown as Interactive);
	}
}

function templateFields(sent: SentTemplate): IDataObject {
	const value = `${sent.name}|${sent.language.code}`;
	const { values } = intentOf(sent);
	return {
		template: { __rl: true, mode: 'id', value },
		templateVariables: {
			mappingMode: 'defineBelow',
			value: values as IDataObject,
			matchingColumns: [],
			schema: [],
		},
	};
}

function cardOf(card: Body): IDataObject {
	const { name, birthday, org, ...lists } = card;
	const { formatted_name, first_name, last_name, ...parts } = name as IDataObject;
	const entries = Object.entries(lists).map(([key, entry]) => [key, { entry }]);
	const more = { birthday, ...(org as object), ...parts } as IDataObject;
	return {
		formatted_name,
		first_name,
		last_name,
		more,
		...(Object.fromEntries(entries) as IDataObject),
	};
}

function frameOf({ header, body, footer }: Interactive): IDataObject {
	const file = header?.image ?? header?.video ?? header?.document;
	return {
		body: body?.text,
		footer: footer?.text,
		...(header && { header: header.type, headerText: header.text }),
		...(file && { headerFile: file.id ?? file.link, headerFilename: file.filename }),
	};
}

interface Section {
	title?: string;
	rows?: IDataObject[];
	product_items?: { product_retailer_id: string }[];
}

function interactiveFields(interactive: Interactive): [string, IDataObject] {
	const { action } = interactive;
	const frame = frameOf(interactive);
	const parameters = (action.parameters ?? {}) as IDataObject;
	const sections = (action.sections ?? []) as unknown as Section[];
	const catalogId = action.catalog_id;
	switch (interactive.type.toLowerCase()) {
		case 'button': {
			const button = (action.buttons as { reply: IDataObject }[]).map(({ reply }) => reply);
			return ['sendReplyButtons', { ...frame, buttons: { button } }];
		}
		case 'list': {
			const section = sections.map(({ title, rows: row }) => ({ title, rows: { row } }));
			return ['sendList', { ...frame, buttonText: action.button, sections: { section } }];
		}
		case 'cta_url': {
			const { display_text: buttonText, url } = parameters;
			return ['sendCtaUrl', { ...frame, buttonText, url }];
		}
		case 'location_request_message':
			return ['requestLocation', frame];
		case 'product':
			return ['sendProduct', { ...frame, catalogId, productId: action.product_retailer_id }];
		case 'product_list': {
			const section = sections.map(({ title, product_items = [] }) => ({
				title,
				productIds: product_items.map((one) => one.product_retailer_id).join(', '),
			}));
			return ['sendProductList', { ...frame, catalogId, productSections: { section } }];
		}
		case 'catalog_message':
			return ['sendCatalog', { ...frame, thumbnailId: parameters.thumbnail_product_retailer_id }];
		case 'order_status': {
			const { reference_id: referenceId, order } = parameters;
			const { status: orderStatus, description: orderDescription } = order as IDataObject;
			return ['sendOrderStatus', { ...frame, referenceId, orderStatus, orderDescription }];
		}
		case 'order_details':
			return ['sendOrderDetails', { ...frame, ...orderFields(parameters) }];
		default:
			throw new Error(`No operation sends ${interactive.type}`);
	}
}

interface Amount {
	value: number;
	offset: number;
	description?: string;
	discount_program_name?: string;
}

const decimal = (amount: Amount | undefined) => amount && amount.value / amount.offset;

function orderFields(parameters: IDataObject): IDataObject {
	const order = parameters.order as Record<string, Amount> & { items: Record<string, Amount>[] };
	const { tax, shipping, discount } = order;
	const entry = (order.items as unknown as IDataObject[]).map((item) => ({
		name: item.name,
		retailerId: item.retailer_id,
		amount: decimal(item.amount as unknown as Amount),
		saleAmount: decimal(item.sale_amount as unknown as Amount),
		quantity: item.quantity,
	}));
	return {
		referenceId: parameters.reference_id,
		goods: parameters.type,
		currency: parameters.currency,
		paymentType: parameters.payment_type,
		paymentConfiguration: parameters.payment_configuration,
		items: { entry },
		extras: {
			tax: decimal(tax),
			taxDescription: tax?.description,
			shipping: decimal(shipping),
			shippingDescription: shipping?.description,
			discount: decimal(discount),
			discountDescription: discount?.description,
			program: discount?.discount_program_name,
		},
	};
}
