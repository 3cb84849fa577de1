import { InputError } from '../../input';
import { checkCount } from '../counts';
import { given, required } from '../required';
import { interactiveContent, type Frame } from './frame';
import { checkedTitle } from './list';

const catalogOf = (id: string) => required('The catalog ID', id).trim();

/** One product of the catalog. Meta takes no header here. */
export function productContent(
	frame: Omit<Frame, 'header'>,
	{ catalogId, productId }: { catalogId: string; productId: string },
) {
	const action = {
		catalog_id: catalogOf(catalogId),
		product_retailer_id: required('The product ID', productId).trim(),
	};
	return interactiveContent('product', frame, action, { bodyOptional: true });
}

export interface ProductSection {
	title?: string;
	productIds: string[];
}

/** Up to 30 products in sections. Meta wants a header text here. */
export function productListContent(
	{ header, ...frame }: Omit<Frame, 'header'> & { header: string },
	catalogId: string,
	sections: ProductSection[],
) {
	checkCount('products.sections', sections.length);
	checkCount('products.products', sections.flatMap(({ productIds }) => productIds).length);
	const built = sections.map(({ title, productIds }, at) => {
		if (productIds.length === 0)
			throw new InputError(`Section ${at + 1} has no products. Add one.`);
		return {
			...checkedTitle('products.section', title, at, sections.length),
			product_items: productIds.map((product_retailer_id) => ({ product_retailer_id })),
		};
	});
	const action = { catalog_id: catalogOf(catalogId), sections: built };
	const text = required('The header', header);
	return interactiveContent('product_list', { ...frame, header: { type: 'text', text } }, action);
}

/** A button that opens the whole catalog; `thumbnailId` is the product whose picture is shown. */
export function catalogContent(frame: Omit<Frame, 'header'>, thumbnailId?: string) {
	const parameters = given({ thumbnail_product_retailer_id: thumbnailId?.trim() });
	const hasAny = Object.keys(parameters).length > 0;
	const action = { name: 'catalog_message', ...(hasAny && { parameters }) };
	return interactiveContent('catalog_message', frame, action);
}
