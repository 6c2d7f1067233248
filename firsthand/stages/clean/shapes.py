"""Debris known by its shape: each rule with the kind of what it finds; the functions stand by what they look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from firsthand.records import Region, Span
from firsthand.stages.clean.copies import (
    copied_lead,
    cut_copy,
    doubled_headline,
    doubled_lead,
    doubled_sentence,
    previews,
    titles_of_slides,
    trailing_headline,
    turned_headline,
)
from firsthand.stages.clean.menus import (
    addresses,
    breadcrumbs,
    counted,
    counters,
    dated_counters,
    hashtags,
    menu_items,
    more_links,
    network_rows,
    prices,
    rubrics,
    section_names,
    signed_stamps,
    site_headers,
    stamps,
    tags,
    worded_counters,
)
from firsthand.stages.clean.notes import bracketed_labels, labels, notes
from firsthand.stages.clean.owners import (
    author_names,
    copyright_signs,
    lone_domain,
    lone_outlet,
    owned_years,
    placed_outlet,
    signed_names,
)
from firsthand.stages.clean.page import Page
from firsthand.stages.clean.pictures import (
    bracketed_credits,
    bylines,
    captions,
    captions_above_credits,
    captions_before_credits,
    captions_below_counters,
    captions_by_agency,
    captions_in_brackets,
    credited_captions,
    dashed_credits,
    doubled_captions,
    galleries,
    licences,
    named_people,
    sided_captions,
    stock_pictures,
)
from firsthand.stages.clean.readers import comments, signatures, threads
from firsthand.stages.clean.teasers import (
    dated_links,
    dated_pairs,
    foot_headlines,
    foreign_foot,
    headline_list,
    stray_headline,
)


def shaped(page: Page) -> Iterator[Region]:
    """What the rules of shape find."""
    for rule, kind, find in SHAPES:
        for span in find(page):
            yield Region(span, kind, rule)


SHAPES: tuple[tuple[str, str, Callable[[Page], Iterator[Span]]], ...] = (
    ("doubled-headline", "duplicate-headline", doubled_headline),
    ("doubled-sentence", "duplicate-headline", doubled_sentence),
    ("doubled-lead", "duplicate-headline", doubled_lead),
    ("copied-lead", "duplicate-headline", copied_lead),
    ("turned-headline", "duplicate-headline", turned_headline),
    ("trailing-headline", "teaser", trailing_headline),
    ("cut-copy", "duplicate-headline", cut_copy),
    ("prices", "menu", prices),
    ("counters", "menu", counters),
    ("rubrics", "menu", rubrics),
    ("section-names", "menu", section_names),
    ("breadcrumbs", "menu", breadcrumbs),
    ("menu-items", "menu", menu_items),
    ("counted", "menu", counted),
    ("hashtags", "menu", hashtags),
    ("tags", "menu", tags),
    ("network-rows", "menu", network_rows),
    ("addresses", "menu", addresses),
    ("site-headers", "menu", site_headers),
    ("notes", "editor-note", notes),
    ("bracketed-labels", "label", bracketed_labels),
    ("labels", "label", labels),
    ("captions", "caption", captions),
    ("credited-captions", "caption", credited_captions),
    ("captions-before-credits", "caption", captions_before_credits),
    ("captions-by-agency", "caption", captions_by_agency),
    ("named-people", "caption", named_people),
    ("sided-captions", "caption", sided_captions),
    ("captions-above-credits", "caption", captions_above_credits),
    ("captions-below-counters", "caption", captions_below_counters),
    ("doubled-captions", "caption", doubled_captions),
    ("licences", "credit", licences),
    ("bylines", "credit", bylines),
    ("dashed-credits", "credit", dashed_credits),
    ("captions-in-brackets", "caption", captions_in_brackets),
    ("bracketed-credits", "credit", bracketed_credits),
    ("stock-pictures", "caption", stock_pictures),
    ("headline-list", "teaser", headline_list),
    ("dated-counters", "menu", dated_counters),
    ("worded-counters", "menu", worded_counters),
    ("stamps", "menu", stamps),
    ("signed-stamps", "credit", signed_stamps),
    ("copyright-signs", "promo", copyright_signs),
    ("owned-years", "promo", owned_years),
    ("lone-domain", "credit", lone_domain),
    ("lone-outlet", "credit", lone_outlet),
    ("placed-outlet", "credit", placed_outlet),
    ("author-names", "credit", author_names),
    ("signed-names", "credit", signed_names),
    ("comments", "comments", comments),
    ("signatures", "comments", signatures),
    ("dated-links", "teaser", dated_links),
    ("titles-of-slides", "duplicate-headline", titles_of_slides),
    ("previews", "teaser", previews),
    ("more-links", "menu", more_links),
    ("threads", "comments", threads),
    ("dated-pairs", "teaser", dated_pairs),
    ("foreign-foot", "teaser", foreign_foot),
    ("foot-headlines", "teaser", foot_headlines),
    ("galleries", "teaser", galleries),
    ("stray-headline", "teaser", stray_headline),
)
