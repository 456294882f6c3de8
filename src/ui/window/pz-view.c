/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-view.h"

G_DEFINE_INTERFACE (PzView, pz_view, GTK_TYPE_WIDGET)

static guint printing_changed_signal;

static void
pz_view_default_init (PzViewInterface *iface)
{
  /**
   * PzView::printing-changed:
   *
   * What is shown can be printed now, or cannot any more.
   */
  printing_changed_signal = g_signal_new ("printing-changed", PZ_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

/**
 * pz_view_set_class:
 * @self: the view
 * @classroom: (nullable): the class to show
 * @list: (nullable): its learners
 */
void
pz_view_set_class (PzView        *self,
                   PzClassroom   *classroom,
                   PzLearnerList *list)
{
  g_return_if_fail (PZ_IS_VIEW (self));
  PZ_VIEW_GET_IFACE (self)->set_class (self, classroom, list);
}

/**
 * pz_view_set_leading:
 * @self: the view
 * @leading: whether the sidebar is hidden behind the view
 */
void
pz_view_set_leading (PzView   *self,
                     gboolean  leading)
{
  g_return_if_fail (PZ_IS_VIEW (self));
  PZ_VIEW_GET_IFACE (self)->set_leading (self, leading);
}

/**
 * pz_view_go_back:
 * @self: the view
 *
 * Returns: whether there was a step to go back inside the view
 */
gboolean
pz_view_go_back (PzView *self)
{
  g_return_val_if_fail (PZ_IS_VIEW (self), FALSE);
  return PZ_VIEW_GET_IFACE (self)->go_back (self);
}

/**
 * pz_view_start_search:
 * @self: the view
 *
 * Puts the keyboard focus into the search of the view.
 */
void
pz_view_start_search (PzView *self)
{
  g_return_if_fail (PZ_IS_VIEW (self));
  PZ_VIEW_GET_IFACE (self)->start_search (self);
}

/**
 * pz_view_move_focus:
 * @self: the view
 * @forward: to the next pane, otherwise to the previous one
 *
 * Returns: %FALSE when the view has no further pane in that direction
 */
gboolean
pz_view_move_focus (PzView   *self,
                    gboolean  forward)
{
  g_return_val_if_fail (PZ_IS_VIEW (self), FALSE);
  return PZ_VIEW_GET_IFACE (self)->move_focus (self, forward);
}

/**
 * pz_view_commit:
 * @self: the view
 *
 * Takes over what is being typed, as if the field had been left.
 */
void
pz_view_commit (PzView *self)
{
  g_return_if_fail (PZ_IS_VIEW (self));
  PZ_VIEW_GET_IFACE (self)->commit (self);
}

/**
 * pz_view_dup_place:
 * @self: the view
 *
 * Returns: (transfer full): what is shown, for pz_view_show_place(); two places that are equal show the same
 */
GVariant *
pz_view_dup_place (PzView *self)
{
  GVariant *place = NULL;

  g_return_val_if_fail (PZ_IS_VIEW (self), NULL);

  if (PZ_VIEW_GET_IFACE (self)->dup_place != NULL)
    place = PZ_VIEW_GET_IFACE (self)->dup_place (self);
  return g_variant_ref_sink (place != NULL ? place : g_variant_new_tuple (NULL, 0));
}

/**
 * pz_view_show_place:
 * @self: the view
 * @place: what this view gave once
 *
 * Returns: %FALSE when that is there no more; the view still shows what it did
 */
gboolean
pz_view_show_place (PzView   *self,
                    GVariant *place)
{
  g_return_val_if_fail (PZ_IS_VIEW (self) && place != NULL, FALSE);

  if (g_variant_is_of_type (place, G_VARIANT_TYPE_UNIT))
    return TRUE;
  return PZ_VIEW_GET_IFACE (self)->show_place (self, place);
}

/**
 * pz_view_can_print:
 * @self: the view
 *
 * Returns: whether what is shown can be printed
 */
gboolean
pz_view_can_print (PzView *self)
{
  g_return_val_if_fail (PZ_IS_VIEW (self), FALSE);
  return PZ_VIEW_GET_IFACE (self)->can_print != NULL && PZ_VIEW_GET_IFACE (self)->can_print (self);
}

/**
 * pz_view_print:
 * @self: the view, in a window
 *
 * Asks where to print what is shown, and prints it, when that can be.
 */
void
pz_view_print (PzView *self)
{
  g_return_if_fail (PZ_IS_VIEW (self));
  if (pz_view_can_print (self))
    PZ_VIEW_GET_IFACE (self)->print (self);
}

/**
 * pz_view_tell_printing:
 * @self: the view
 *
 * Tells that pz_view_can_print() may have another answer.
 */
void
pz_view_tell_printing (PzView *self)
{
  g_return_if_fail (PZ_IS_VIEW (self));
  g_signal_emit (self, printing_changed_signal, 0);
}
