/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activities-view-private.h"

#include "pz-partners-page.h"
#include "pz-planned-page.h"

#define PAGE "page"

/* A page in the place of the calendar. */

static GtkWidget *
get_page (PzActivitiesView *self)
{
  return gtk_stack_get_child_by_name (self->stack, PAGE);
}

/**
 * pz_activities_view_close_page:
 * @self: the view
 *
 * Shows the calendar again.
 *
 * Returns: %FALSE when it was shown already
 */
gboolean
pz_activities_view_close_page (PzActivitiesView *self)
{
  GtkWidget *page = get_page (self);

  if (page == NULL)
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, "calendar");
  gtk_stack_remove (self->stack, page);
  gtk_widget_grab_focus (self->list_view);
  pz_view_tell_printing (PZ_VIEW (self));
  return TRUE;
}

/**
 * pz_activities_view_set_page_collapsed:
 * @self: the view
 *
 * Tells the page whether something stands beside it.
 */
void
pz_activities_view_set_page_collapsed (PzActivitiesView *self)
{
  if (get_page (self) != NULL)
    pz_detail_page_set_collapsed (PZ_DETAIL_PAGE (get_page (self)), self->leading);
}

/**
 * pz_activities_view_get_printed:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the page that can be printed now
 */
PzActivityPage *
pz_activities_view_get_printed (PzActivitiesView *self)
{
  GtkWidget *page = get_page (self);

  return PZ_IS_ACTIVITY_PAGE (page) && pz_activity_page_can_print (PZ_ACTIVITY_PAGE (page)) ? PZ_ACTIVITY_PAGE (page) : NULL;
}

static void
show_page (PzActivitiesView *self,
           GtkWidget        *page)
{
  if (get_page (self) != NULL)
    gtk_stack_remove (self->stack, get_page (self));
  gtk_stack_add_named (self->stack, page, PAGE);
  pz_activities_view_set_page_collapsed (self);
  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  pz_view_tell_printing (PZ_VIEW (self));
}

/* tells the window when the file cannot be read */
static PzDocument *
load (PzActivitiesView *self,
      const char       *id)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document = pz_classroom_load (self->classroom, PZ_DOCUMENT_ACTIVITY, id, &error);

  if (document == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
  return document;
}

/**
 * pz_activities_view_show_activity:
 * @self: the view, with a class
 * @id: of an activity
 *
 * Opens the page of the activity in the place of the calendar.
 */
void
pz_activities_view_show_activity (PzActivitiesView *self,
                                  const char       *id)
{
  g_autoptr(PzDocument) document = NULL;

  g_return_if_fail (PZ_IS_ACTIVITIES_VIEW (self) && id != NULL && self->classroom != NULL);

  document = load (self, id);
  if (document != NULL)
    show_page (self, pz_activity_page_new (self->classroom, document));
}

/**
 * pz_activities_view_show_planned:
 * @self: the view, with a class
 * @regular: id of a regular activity
 * @day: one of its days, as GDate counts days
 *
 * Opens the page of that day in the place of the calendar.
 */
void
pz_activities_view_show_planned (PzActivitiesView *self,
                                 const char       *regular,
                                 guint32           day)
{
  g_autoptr(PzDocument) document = NULL;

  g_return_if_fail (PZ_IS_ACTIVITIES_VIEW (self) && regular != NULL && self->classroom != NULL);

  document = load (self, regular);
  if (document != NULL)
    show_page (self, pz_planned_page_new (self->classroom, document, day));
}

/**
 * pz_activities_view_show_partners:
 * @self: the view, with a class
 *
 * Opens the page of who has worked with whom.
 */
void
pz_activities_view_show_partners (PzActivitiesView *self)
{
  g_return_if_fail (PZ_IS_ACTIVITIES_VIEW (self) && self->list != NULL);
  show_page (self, pz_partners_page_new (self->list));
}

/**
 * pz_activities_view_dup_place:
 * @view: the view
 *
 * Returns: (transfer floating): what page is shown, "activity" or "partners", and its id; both "" while the calendar is.
 *   A planned day is an activity as soon as something is written of it: the calendar leads there
 */
GVariant *
pz_activities_view_dup_place (PzView *view)
{
  GtkWidget *page = get_page (PZ_ACTIVITIES_VIEW (view));

  if (PZ_IS_ACTIVITY_PAGE (page))
    return g_variant_new ("(ss)", "activity", pz_document_get_id (pz_activity_page_get_document (PZ_ACTIVITY_PAGE (page))));
  return g_variant_new ("(ss)", PZ_IS_PARTNERS_PAGE (page) ? "partners" : "", "");
}

static gboolean
is_there (PzActivitiesView *self,
          const char       *id)
{
  g_autoptr(PzDocument) document = pz_classroom_load (self->classroom, PZ_DOCUMENT_ACTIVITY, id, NULL);

  return document != NULL && !pz_record_is_deleted (pz_document_get_owner (document));
}

/**
 * pz_activities_view_show_place:
 * @view: the view
 * @place: from pz_activities_view_dup_place()
 *
 * Shows that again; a page that is still there stays as it was left.
 *
 * Returns: %FALSE when the activity was deleted
 */
gboolean
pz_activities_view_show_place (PzView   *view,
                               GVariant *place)
{
  PzActivitiesView *self = PZ_ACTIVITIES_VIEW (view);
  g_autoptr(GVariant) shown = g_variant_ref_sink (pz_activities_view_dup_place (view));
  const char *page, *id;

  g_variant_get (place, "(&s&s)", &page, &id);
  if (self->classroom == NULL || (*id != '\0' && !is_there (self, id)))
    return FALSE;
  if (*page == '\0')
    pz_activities_view_close_page (self);
  else if (!g_variant_equal (place, shown) && *id != '\0')
    pz_activities_view_show_activity (self, id);
  else if (!g_variant_equal (place, shown))
    pz_activities_view_show_partners (self);
  return TRUE;
}

/**
 * pz_activities_view_form_groups:
 * @self: the view
 *
 * Forms the groups of the activity whose page is shown, if one is.
 */
void
pz_activities_view_form_groups (PzActivitiesView *self)
{
  GtkWidget *page;

  g_return_if_fail (PZ_IS_ACTIVITIES_VIEW (self));

  page = get_page (self);
  if (PZ_IS_ACTIVITY_PAGE (page))
    gtk_widget_activate_action (page, "activity.form", NULL);
}
