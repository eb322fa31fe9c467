import { rangeColumns, toColumn } from "@/lib/date-columns";
import { searchTextOf, sortPinyin } from "@/lib/project/search-text";
import type { Prisma } from "@/prisma/generated/client";
import type { Cited, ProjectFact } from "./fact-types";
import { agreements, events, figures, organizations, places, reportDay, sourceDocument } from "./report-2015";
import { projects } from "./report-2015-projects";

type Transaction = Prisma.TransactionClient;

/** Loads the facts of the 2015 report. What is there already stays as it is, so it can run at every start. */
export async function seedFacts(tx: Transaction): Promise<void> {
  const source = await seedSource(tx);
  const citing = (cited: readonly Cited[]) => ({
    create: cited.flatMap(({ field, paragraphs, inferred }) =>
      paragraphs.map((paragraph) => ({
        field,
        paragraph,
        sourceDocumentId: source.id,
        basis: inferred ? ("inferred" as const) : ("stated" as const),
        reason: inferred ?? null,
      })),
    ),
  });
  await seedPlacesAndOrganizations(tx, citing);
  await seedAgreements(tx, citing);
  for (const project of projects) await seedProject(tx, project, citing);
  await seedFigures(tx, citing);
  await seedEvents(tx, citing);
}

type Citing = (cited: readonly Cited[]) => {
  create: {
    field: string;
    paragraph: number;
    sourceDocumentId: number;
    basis: "stated" | "inferred";
    reason: string | null;
  }[];
};

async function seedSource(tx: Transaction) {
  const { persons, authors, ...document } = sourceDocument;
  return tx.sourceDocument.upsert({
    where: { slug: document.slug },
    update: {},
    create: {
      ...document,
      authors: [...authors],
      publishedOn: toColumn(reportDay),
      persons: { create: persons.map((person) => ({ ...person, paragraphs: [...person.paragraphs] })) },
    },
    select: { id: true },
  });
}

async function seedPlacesAndOrganizations(tx: Transaction, citing: Citing) {
  for (const place of places) {
    await tx.place.upsert({ where: { slug: place.slug }, update: {}, create: place });
  }
  for (const { aliases, cited, ...organization } of organizations) {
    await tx.organization.upsert({
      where: { slug: organization.slug },
      update: {},
      create: {
        ...organization,
        aliases: { create: aliases.map((alias) => ({ alias })) },
        citations: citing(cited),
      },
    });
  }
}

async function seedAgreements(tx: Transaction, citing: Citing) {
  for (const { parties, cited, signed, ...agreement } of agreements) {
    if (await tx.agreement.findUnique({ where: { code: agreement.code }, select: { id: true } })) continue;
    await tx.agreement.create({
      data: {
        ...agreement,
        ...rangeColumns("signed", signed),
        citations: citing(cited),
        parties: {
          create: parties.map((party, index) => ({
            ordinal: index + 1,
            nameInTitle: party.nameInTitle,
            ...(party.organization && { organization: { connect: { slug: party.organization } } }),
            citations: citing([party.cited]),
          })),
        },
      },
    });
  }
}

async function seedProject(tx: Transaction, fact: ProjectFact, citing: Citing) {
  if (await tx.project.findUnique({ where: { code: fact.code }, select: { id: true } })) return;
  const investors = organizations.filter(({ slug }) => fact.investors.includes(slug));
  await tx.project.create({
    data: {
      code: fact.code,
      name: fact.name,
      shortName: fact.shortName,
      type: fact.type,
      summary: fact.summary,
      agreementNote: fact.agreementNote,
      sourcedOn: toColumn(reportDay),
      searchText: searchTextOf({ ...fact, investors }),
      pinyin: sortPinyin(fact.name),
      ...(fact.agreement && { agreement: { connect: { code: fact.agreement } } }),
      ...(fact.place && { place: { connect: { slug: fact.place } } }),
      investors: {
        create: fact.investors.map((slug, index) => ({
          ordinal: index + 1,
          organization: { connect: { slug } },
        })),
      },
      commitments: {
        create: fact.commitments.map((commitment, index) => ({
          ordinal: index + 1,
          indicator: commitment.indicator,
          targetValue: commitment.target,
          unit: commitment.unit,
          note: commitment.note,
          isMeasurable: commitment.isMeasurable ?? true,
          citations: citing(commitment.cited),
        })),
      },
      milestones: {
        create: fact.milestones.map((milestone, index) => ({
          ordinal: index + 1,
          title: milestone.title,
          note: milestone.note,
          deadlineBasis: milestone.deadlineBasis,
          ...rangeColumns("planned", milestone.planned),
          citations: citing(milestone.cited),
        })),
      },
      stageEvents: {
        create: fact.stages.map((stage) => ({
          stage: stage.stage,
          ...rangeColumns("effective", stage.effective),
          recordedAt: sourceDocument.publishedAt,
          citations: citing([stage.cited]),
        })),
      },
      citations: citing(fact.cited),
    },
  });
}

async function seedFigures(tx: Transaction, citing: Citing) {
  if ((await tx.figure.count()) > 0) return;
  for (const [index, { subject, value, period, paragraph, ...figure }] of figures.entries()) {
    await tx.figure.create({
      data: {
        ...figure,
        ...value,
        ...rangeColumns("period", period),
        ordinal: index + 1,
        ...("organization" in subject && { organization: { connect: { slug: subject.organization } } }),
        ...("project" in subject && { project: { connect: { code: subject.project } } }),
        ...("place" in subject && { place: { connect: { slug: subject.place } } }),
        citations: citing([{ field: "value", paragraphs: [paragraph] }]),
      },
    });
  }
}

async function seedEvents(tx: Transaction, citing: Citing) {
  for (const { agreements: codes, cited, held, ...event } of events) {
    if (await tx.event.findUnique({ where: { code: event.code }, select: { id: true } })) continue;
    await tx.event.create({
      data: {
        ...event,
        ...rangeColumns("held", held),
        agreements: { create: codes.map((code) => ({ agreement: { connect: { code } } })) },
        citations: citing(cited),
      },
    });
  }
}
