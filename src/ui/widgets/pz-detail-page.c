/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-detail-page.h"

typedef struct
{
  gboolean collapsed;
} PzDetailPagePrivate;

enum
{
  PROP_0,
  PROP_COLLAPSED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PzDetailPage, pz_detail_page, ADW_TYPE_BIN)

static void
pz_detail_page_get_property (GObject    *object,
                             guint       property,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (property == PROP_COLLAPSED)
    g_value_set_boolean (value, pz_detail_page_get_collapsed (PZ_DETAIL_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pz_detail_page_set_property (GObject      *object,
                             guint         property,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (property == PROP_COLLAPSED)
    pz_detail_page_set_collapsed (PZ_DETAIL_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pz_detail_page_class_init (PzDetailPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pz_detail_page_get_property;
  object_class->set_property = pz_detail_page_set_property;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  /**
   * PzDetailPage:collapsed:
   *
   * Whether nothing stands beside the page.
   */
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pz_detail_page_init (PzDetailPage *self)
{
}

/**
 * pz_detail_page_get_collapsed:
 * @self: the page
 *
 * Returns: whether nothing stands beside it
 */
gboolean
pz_detail_page_get_collapsed (PzDetailPage *self)
{
  PzDetailPagePrivate *priv;

  g_return_val_if_fail (PZ_IS_DETAIL_PAGE (self), FALSE);

  priv = pz_detail_page_get_instance_private (self);
  return priv->collapsed;
}

/**
 * pz_detail_page_set_collapsed:
 * @self: the page
 * @collapsed: whether nothing stands beside it: as in a narrow window
 */
void
pz_detail_page_set_collapsed (PzDetailPage *self,
                              gboolean      collapsed)
{
  PzDetailPagePrivate *priv;

  g_return_if_fail (PZ_IS_DETAIL_PAGE (self));

  priv = pz_detail_page_get_instance_private (self);
  collapsed = collapsed != FALSE;
  if (priv->collapsed == collapsed)
    return;
  priv->collapsed = collapsed;
  if (collapsed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pz-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pz-narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}
