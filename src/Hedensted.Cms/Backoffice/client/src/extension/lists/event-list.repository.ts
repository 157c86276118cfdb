import { DirectionModel, type DocumentCollectionResponseModel } from '@umbraco-cms/backoffice/external/backend-api';
import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { ask } from '../own-api.js';
import { eventListView, rememberedFilter, type EventFilter } from './event-filter.js';

interface Question {
  unique?: string;
  dataTypeId?: string;
  orderBy?: string;
  orderDirection?: string;
  filter?: string;
  skip?: number;
  take?: number;
  layouts?: readonly { collectionView: string }[];
  events?: EventFilter;
}

interface Repository {
  requestCollection(question: Question): Promise<unknown>;
}

type RepositoryClass = new (host: UmbControllerHost) => Repository;

/** Reads lists of documents: lists of events with their filters from our own operation, all others as Umbraco does. */
export function repositoryBeside(umbracos: RepositoryClass): RepositoryClass {
  return class EventListRepository extends UmbControllerBase implements Repository {
    #others = new umbracos(this);

    async requestCollection(question: Question): Promise<unknown> {
      const { unique, layouts } = question;
      if (!unique || layouts?.[0]?.collectionView !== eventListView) return this.#others.requestCollection(question);

      const page = await ask<{ items: DocumentCollectionResponseModel[]; total: number }>(this, 'get', `event-list/${unique}`, {
        query: {
          ...(question.events ?? rememberedFilter(unique)),
          dataTypeId: question.dataTypeId,
          orderBy: question.orderBy,
          orderDirection: question.orderDirection === 'asc' ? DirectionModel.ASCENDING : DirectionModel.DESCENDING,
          filter: question.filter,
          skip: question.skip ?? 0,
          take: question.take ?? 50,
        },
      });
      return page ? { data: { items: page.items.map(shown), total: page.total } } : {};
    }
  };
}

/** A document as Umbraco's table wants it. */
const shown = ({ id, documentType, ancestors, values, variants, ...item }: DocumentCollectionResponseModel) => ({
  ...item,
  unique: id,
  entityType: 'document',
  documentType: { unique: documentType.id, icon: documentType.icon, alias: documentType.alias },
  ancestors: ancestors.map((ancestor) => ({ unique: ancestor.id, entityType: 'document' })),
  values: values.map((value) => ({ ...value, culture: value.culture ?? undefined, segment: value.segment ?? undefined })),
  variants: variants.map((variant) => ({
    ...variant,
    culture: variant.culture ?? null,
    createDate: new Date(variant.createDate),
    updateDate: new Date(variant.updateDate),
  })),
});
