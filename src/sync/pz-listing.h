/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-object-name.h"
#include "pz-remote.h"

G_BEGIN_DECLS

/**
 * PzListed:
 * @text: its name
 * @name: what that says
 * @whole: whether the server says it is as long as it must be; one that does not tell the length is believed until it
 *   is read
 *
 * One object of ours on a server.
 */
typedef struct
{
  char *text;
  PzObjectName name;
  gboolean whole;
} PzListed;

/**
 * PzListing:
 * @objects: (element-type PzListed): sorted by name
 * @has_marker: whether a class of a version we know lies there
 * @newest_major: the greatest version of a marker; 0: there is none
 *
 * What a server shows; files with other names are not in it.
 */
typedef struct
{
  GPtrArray *objects;
  gboolean has_marker;
  guint64 newest_major;
} PzListing;

PzListing  *pz_listing_new  (GPtrArray       *files);
void        pz_listing_free (PzListing       *self);
PzListed   *pz_listing_find (const PzListing *self,
                             const char      *text);
guint       pz_listing_count (const PzListing *self);
guint       pz_listing_count_keys (const PzListing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzListing, pz_listing_free)

G_END_DECLS
