/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-row.h"

#include "pz-absence.h"
#include "pz-check-in.h"
#include "pz-date.h"
#include "pz-day-words.h"
#include "pz-privacy.h"
#include "pz-timeline-words.h"

#include <glib/gi18n-lib.h>

/* Longer texts are cut; the dialog has them whole. */
#define MOST_LINES 4
/* A label that is told how narrow it may be does not try each place to break its text. */
#define LEAST_CHARS 12

struct _PzTimelineRow
{
  GtkListBoxRow parent_instance;

  PzTimelineItem *item;
};

G_DEFINE_FINAL_TYPE (PzTimelineRow, pz_timeline_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_check_in_icon (PzRecord *record)
{
  switch (pz_check_in_get_draft (record).kind)
    {
    case PZ_CHECK_IN_IS_OBSERVATION:
      return "view-reveal-symbolic";
    case PZ_CHECK_IN_IS_FAMILY:
      return "user-home-symbolic";
    case PZ_CHECK_IN_IS_NOTE:
      return "document-edit-symbolic";
    case PZ_CHECK_IN_IS_ONE_TO_ONE:
    case PZ_CHECK_IN_IS_SELF:
    case PZ_N_CHECK_IN_KINDS:
    default:
      return "chat-message-new-symbolic";
    }
}

static const char *
get_icon (PzTimelineItem *item)
{
  PzRecord *record = pz_timeline_item_get_record (item);

  switch (pz_timeline_item_get_kind (item))
    {
    case PZ_TIMELINE_CHECK_IN:
      return get_check_in_icon (record);
    case PZ_TIMELINE_MEASUREMENT:
      return "document-properties-symbolic";
    case PZ_TIMELINE_ACTIVITY:
      return "view-app-grid-symbolic";
    case PZ_TIMELINE_ABSENCE:
      return "x-office-calendar-symbolic";
    case PZ_TIMELINE_CHANGE:
    case PZ_N_TIMELINE_KINDS:
    default:
      break;
    }
  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_GOAL:
      return "emoji-flags-symbolic";
    case PZ_RECORD_MILESTONE:
      return "object-select-symbolic";
    default:
      return "emblem-system-symbolic";
    }
}

static char *
dup_days (PzTimeline     *timeline,
          PzTimelineItem *item)
{
  PzEnvironment *environment = pz_classroom_get_environment (pz_timeline_get_classroom (timeline));
  GDate from, to, today;

  pz_environment_get_today (environment, &today);
  if (!pz_date_parse (pz_timeline_item_get_date (item), &to))
    return g_strdup ("");
  from = to;
  if (pz_timeline_item_get_kind (item) == PZ_TIMELINE_ABSENCE)
    pz_absence_get_days (pz_timeline_item_get_record (item), &from, &to);
  return pz_day_words_span (&from, &to, &today);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), css_class == NULL ? MOST_LINES : 2);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "pz-dim");
    }
  return label;
}

static void
fill (PzTimelineRow *self,
      const char    *sentence,
      const char    *details,
      const char    *days)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (self->item));
  GtkWidget *date = gtk_label_new (days);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "pz-dim");
  gtk_box_append (GTK_BOX (texts), make_label (sentence, NULL));
  if (details != NULL)
    gtk_box_append (GTK_BOX (texts), make_label (details, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (date, GTK_ALIGN_START);
  gtk_widget_add_css_class (date, "caption");
  gtk_widget_add_css_class (date, "pz-dim");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), date);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
pz_timeline_row_dispose (GObject *object)
{
  g_clear_object (&PZ_TIMELINE_ROW (object)->item);
  G_OBJECT_CLASS (pz_timeline_row_parent_class)->dispose (object);
}

static void
pz_timeline_row_class_init (PzTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_timeline_row_dispose;
}

static void
pz_timeline_row_init (PzTimelineRow *self)
{
}

/* What an entry says while names and free texts are hidden. */
static void
hide_texts (PzTimelineItem  *item,
            char           **sentence,
            char           **details)
{
  PzTimelineKind kind = pz_timeline_item_get_kind (item);

  if (kind == PZ_TIMELINE_CHECK_IN || kind == PZ_TIMELINE_CHANGE || kind == PZ_TIMELINE_ACTIVITY)
    {
      const PzTimelineActivity *activity = pz_timeline_item_get_activity (item);

      g_free (*sentence);
      *sentence = activity != NULL && activity->title != NULL ? g_strdup (activity->title) : pz_privacy_dup_text ("");
    }
  if (kind != PZ_TIMELINE_CHECK_IN)
    g_clear_pointer (details, g_free);
}

/* "Chose a book, Check-in, one-to-one · 6 minutes, Today": what is read out */
static void
update_accessible (PzTimelineRow *self,
                   const char    *sentence,
                   const char    *details,
                   const char    *days,
                   gboolean       opens)
{
  const char *keys = pz_timeline_row_is_editable (self->item) ? C_("timeline", "Enter opens, Delete removes")
                                                              : C_("timeline", "Enter opens the goal");
  g_autofree char *name = details != NULL ? g_strjoin (", ", sentence, details, days, NULL)
                                          : g_strjoin (", ", sentence, days, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (opens)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    keys, -1);
}

/**
 * pz_timeline_row_is_editable:
 * @item: an entry
 *
 * Returns: whether it is written where timelines are shown: a check-in or an absence. Others belong to goals or activities
 */
gboolean
pz_timeline_row_is_editable (PzTimelineItem *item)
{
  PzTimelineKind kind;

  g_return_val_if_fail (PZ_IS_TIMELINE_ITEM (item), FALSE);

  kind = pz_timeline_item_get_kind (item);
  return kind == PZ_TIMELINE_CHECK_IN || kind == PZ_TIMELINE_ABSENCE;
}

/**
 * pz_timeline_row_new:
 * @timeline: where the entry stands
 * @item: the entry
 *
 * Returns: (transfer floating): a row; it can be activated when the entry can be opened here
 */
GtkWidget *
pz_timeline_row_new (PzTimeline     *timeline,
                     PzTimelineItem *item)
{
  PzTimelineRow *self;
  g_autofree char *sentence = NULL;
  g_autofree char *details = NULL;
  g_autofree char *days = NULL;
  gboolean opens;

  g_return_val_if_fail (PZ_IS_TIMELINE (timeline) && PZ_IS_TIMELINE_ITEM (item), NULL);

  self = g_object_new (PZ_TYPE_TIMELINE_ROW, NULL);
  self->item = g_object_ref (item);
  sentence = pz_timeline_dup_sentence (timeline, item);
  details = pz_timeline_dup_details (timeline, item);
  days = dup_days (timeline, item);
  opens = pz_timeline_row_is_editable (item) || pz_timeline_item_get_goal (item) != NULL;
  if (pz_privacy_is_hidden ())
    {
      hide_texts (item, &sentence, &details);
      opens = FALSE;
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), opens);
  fill (self, sentence, details, days);
  update_accessible (self, sentence, details, days, opens);
  return GTK_WIDGET (self);
}

/**
 * pz_timeline_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none): the entry
 */
PzTimelineItem *
pz_timeline_row_get_item (PzTimelineRow *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE_ROW (self), NULL);
  return self->item;
}
